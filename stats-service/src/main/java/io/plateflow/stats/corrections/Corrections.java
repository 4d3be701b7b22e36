package io.plateflow.stats.corrections;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.audit.Act;
import io.plateflow.stats.audit.Audit;
import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Numbers corrections: of one capture each gets the next number, and nobody else gets that one. */
@Component
class Corrections {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Audit audit;

    Corrections(JdbcTemplate jdbc, JdbcClient client, Audit audit) {
        this.jdbc = jdbc;
        this.client = client;
        this.audit = audit;
    }

    /**
     * Keeps the correction for each of {@code captures}, sorted by id. A request that comes twice changes nothing.
     *
     * @param act what goes on record with it
     * @return the captures that the request concerns
     */
    @Transactional
    public List<UUID> give(Act act, UUID request, Correction correction, List<UUID> captures, String by, Instant at) {
        List<byte[]> keys = captures.stream().map(Columns::bytes).toList();
        // The rows stay locked until the transaction ends: two persons who correct one capture come one after the
        // other.
        client.sql("SELECT id FROM capture WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", keys)
                .query((row, n) -> id(row, "id"))
                .list();
        List<UUID> given = client.sql(
                        "SELECT capture_id FROM correction WHERE request_id = :request ORDER BY capture_id")
                .param("request", bytes(request))
                .query((row, n) -> id(row, "capture_id"))
                .list();
        if (!given.isEmpty()) {
            return given;
        }
        String plate = correction.plate() == null ? null : correction.plate().text();
        jdbc.batchUpdate(
                """
                INSERT INTO correction (capture_id, n, request_id, attempt, plate, reason, decided_by, decided_at)
                SELECT c.id, 1 + GREATEST(c.correction, COALESCE((SELECT MAX(n) FROM correction x WHERE x.capture_id = c.id), 0)),
                  ?, GREATEST(1, c.end_attempt), ?, ?, ?, ?
                FROM capture c WHERE c.id = ?
                """,
                captures.stream()
                        .map(capture ->
                                new Object[] {bytes(request), plate, correction.reason(), by, utc(at), bytes(capture)})
                        .toList());
        audit.did(act);
        return captures;
    }
}
