package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instantOrNull;
import static io.plateflow.stats.storage.Columns.names;

import io.plateflow.contracts.Json;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.query.CaptureAnswer.PlateAnswer;
import io.plateflow.stats.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Captures with their end and the stay they are in. */
@Component
public class CapturesById {
    private final JdbcClient jdbc;
    private final StaysById stays;
    private final Duration overdueAfter;

    CapturesById(JdbcClient jdbc, StaysById stays, StatsProperties properties) {
        this.jdbc = jdbc;
        this.stays = stays;
        this.overdueAfter = properties.overdueAfter();
    }

    /** Those of {@code ids} that exist, in their order. */
    public List<CaptureAnswer> ask(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<byte[]> keys = ids.stream().map(Columns::bytes).toList();
        Map<UUID, StayAnswer> stayOf = stayOf(keys);
        Instant overdue = Instant.now().minus(overdueAfter);
        Map<UUID, CaptureAnswer> captures = new HashMap<>();
        jdbc.sql("SELECT * FROM capture WHERE id IN (:ids)")
                .param("ids", keys)
                .query((row, n) -> {
                    UUID id = id(row, "id");
                    return captures.put(id, answer(row, stayOf.get(id), overdue));
                })
                .list();
        return ids.stream().map(captures::get).filter(Objects::nonNull).toList();
    }

    private Map<UUID, StayAnswer> stayOf(List<byte[]> captures) {
        Map<UUID, UUID> stayOf = new HashMap<>();
        jdbc.sql("""
                SELECT sc.capture_id, sc.stay_id FROM stay_capture sc JOIN stay s ON s.id = sc.stay_id
                WHERE sc.capture_id IN (:ids) AND s.state NOT IN ('SUPERSEDED', 'CANCELLED')
                """)
                .param("ids", captures)
                .query((row, n) -> stayOf.put(id(row, "capture_id"), id(row, "stay_id")))
                .list();
        Map<UUID, StayAnswer> byId = new HashMap<>();
        stays.ask(stayOf.values().stream().distinct().toList()).forEach(s -> byId.put(s.id(), s));
        Map<UUID, StayAnswer> answers = new HashMap<>();
        stayOf.forEach((capture, stay) -> {
            StayAnswer answer = byId.get(stay);
            if (answer != null) {
                answers.put(capture, answer);
            }
        });
        return answers;
    }

    private static CaptureAnswer answer(ResultSet row, @Nullable StayAnswer stay, Instant overdue) throws SQLException {
        Instant receivedAt = instantOrNull(row, "received_at");
        String status = row.getString("status");
        return new CaptureAnswer(
                id(row, "id"),
                status,
                status.equals("PENDING") && receivedAt != null && receivedAt.isBefore(overdue),
                plate(row),
                row.getBoolean("to_review"),
                row.getString("reason"),
                receivedAt == null ? null : place(row),
                row.getString("zone"),
                instantOrNull(row, "captured_at"),
                receivedAt,
                instantOrNull(row, "ended_at"),
                row.getString("camera_id"),
                row.getString("direction"),
                row.getString("source"),
                row.getString("declared_plate"),
                names(row.getString("flags")),
                row.getInt("attempt"),
                !status.equals("PENDING") && row.getInt("attempt") > row.getInt("end_attempt"),
                stay == null ? null : stay.id(),
                stay == null ? null : stay.state(),
                stay == null ? null : stay.amountSoFar(),
                instantOrNull(row, "photo_gone_at"),
                instantOrNull(row, "deleted_at"));
    }

    private static @Nullable PlateAnswer plate(ResultSet row) throws SQLException {
        boolean read = row.getString("observed") != null || row.getInt("correction") > 0;
        if (!read || row.getString("deleted_at") != null) {
            return null;
        }
        String detail = row.getString("reading");
        JsonNode reading = Json.MAPPER.readTree(detail == null ? "{}" : detail);
        return new PlateAnswer(
                row.getString("observed"),
                row.getString("plate"),
                row.getObject("confidence", Double.class),
                reading.withArray("countries"),
                reading.withArray("candidates"),
                reading.withArray("quadrilateral"),
                row.getInt("correction"));
    }

    private static PlaceAnswer place(ResultSet row) throws SQLException {
        return new PlaceAnswer(
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getString("location"),
                row.getObject("accuracy_meters", Double.class),
                row.getString("place_source"));
    }
}
