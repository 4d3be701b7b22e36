package io.plateflow.stats.series;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.cameras.Cameras;
import io.plateflow.stats.cameras.Standing;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.query.Parameters;
import io.plateflow.stats.signals.Signal;
import io.plateflow.stats.storage.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How cameras did in a period; one that has a record is there too when it sent nothing, so that silence shows. */
@RestController
class CameraFiguresApi {
    private static final Set<String> DIRECTIONS = Set.of("ENTRY", "EXIT", "PASS", "SIGHTING");

    private final JdbcClient jdbc;
    private final StatsProperties properties;
    private final Cameras cameras;

    CameraFiguresApi(JdbcClient jdbc, StatsProperties properties, Cameras cameras) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.cameras = cameras;
    }

    /**
     * A camera, when it was last heard of, and how it did.
     *
     * @param camera as its photos call it
     * @param name of its record
     * @param silent longer than its record expects
     * @param clockSkewSeconds above zero its clock is behind
     */
    record Camera(
            String camera,
            @Nullable String name,
            @Nullable Instant lastCapturedAt,
            @Nullable Instant lastReceivedAt,
            @Nullable Long secondsSilent,
            long captures,
            long read,
            @Nullable Double readRate,
            boolean silent,
            @Nullable Long clockSkewSeconds) {

        Camera knownAs(Standing known) {
            Duration skew = known.skew();
            return new Camera(
                    camera,
                    known.record() == null ? null : known.name(),
                    lastCapturedAt,
                    lastReceivedAt,
                    secondsSilent,
                    captures,
                    read,
                    readRate,
                    known.silentSince() != null,
                    skew == null ? null : skew.toSeconds());
        }
    }

    /** The longest silent first, those never heard of before them. */
    record All(List<Camera> items) {}

    @GetMapping("/v1/stats/cameras")
    All cameras(@RequestParam Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        Days period = Days.of(parameters, properties.timeZone());
        String direction = parameters.oneOf("direction", DIRECTIONS);
        parameters.refuseFaults();
        Instant now = Instant.now();
        Map<String, Camera> all = new LinkedHashMap<>();
        seen(period, direction, now).forEach(camera -> all.put(camera.camera, camera));
        for (Standing known : cameras.all()) {
            Camera seen = all.get(known.sentAs());
            if (seen != null) {
                all.put(seen.camera, seen.knownAs(known));
            } else if (isIn(known.record(), direction)) {
                all.put(known.sentAs(), unseen(known, now).knownAs(known));
            }
        }
        List<Camera> items = new ArrayList<>(all.values());
        items.sort(Comparator.comparing(Camera::lastReceivedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Camera::camera));
        return new All(items);
    }

    private List<Camera> seen(Days period, @Nullable String direction, Instant now) {
        return jdbc.sql("""
                SELECT camera_id, MAX(captured_at) AS captured, MAX(received_at) AS received, COUNT(*) AS captures,
                  SUM(status = 'READ') AS were_read, SUM(status <> 'PENDING') AS ended
                FROM capture WHERE captured_at >= :from AND captured_at < :to AND camera_id IS NOT NULL
                  AND (:direction IS NULL OR direction = :direction)
                GROUP BY camera_id ORDER BY received, camera_id LIMIT 1000
                """)
                .param("from", utc(period.from()))
                .param("to", utc(period.to()))
                .param("direction", direction)
                .query((row, n) -> {
                    Instant received = Columns.instant(row, "received");
                    long ended = row.getLong("ended");
                    return new Camera(
                            row.getString("camera_id"),
                            null,
                            Columns.instant(row, "captured"),
                            received,
                            silence(received, now),
                            row.getLong("captures"),
                            row.getLong("were_read"),
                            ended == 0 ? null : (double) row.getLong("were_read") / ended,
                            false,
                            null);
                })
                .list();
    }

    private static boolean isIn(@Nullable Edition<ApiKey> record, @Nullable String direction) {
        return record != null
                && !record.body().revoked()
                && (direction == null
                        || (record.body().direction() != null
                                && record.body().direction().name().equals(direction)));
    }

    private static Camera unseen(Standing known, Instant now) {
        Signal last = known.signal();
        return new Camera(
                known.sentAs(),
                null,
                last == null ? null : last.capturedAt(),
                last == null ? null : last.receivedAt(),
                last == null ? null : silence(last.receivedAt(), now),
                0,
                0,
                null,
                false,
                null);
    }

    private static long silence(Instant since, Instant now) {
        return Math.max(0, now.getEpochSecond() - since.getEpochSecond());
    }
}
