package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.storage.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what captures that led to no stay tell of their vehicle. Their rows stay with id, time, place and outcome: what
 * comes again is known by its id, and every count of captures still has its row.
 */
@Component
@Order(2)
class OldCaptures implements Deletion {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Locks locks;
    private final CountedPlates plates;
    private final Kept kept;
    private final Purged purged;

    OldCaptures(JdbcClient jdbc, Locks locks, CountedPlates plates, Kept kept, Purged purged) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.plates = plates;
        this.kept = kept;
        this.purged = purged;
    }

    @Override
    public String what() {
        return "captures";
    }

    @Override
    public String from() {
        return "ROW";
    }

    @Override
    public Duration kept(String zone) {
        return kept.captures(zone);
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    @Transactional
    public int delete(List<UUID> captures) {
        Set<UUID> gone = locks.take(captures, from());
        Set<UUID> stayed = stayed(gone);
        keep(stayed);
        gone.removeAll(stayed);
        if (gone.isEmpty()) {
            return 0;
        }
        Instant now = Instant.now();
        plates.forget(gone);
        forget(gone.stream().map(Columns::bytes).toList(), now);
        purged.add(what(), gone.size(), now);
        return gone.size();
    }

    /** Those in a stay, and those that somebody paid for though their stay was cancelled. */
    private Set<UUID> stayed(Set<UUID> captures) {
        if (captures.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                SELECT sc.capture_id FROM stay_capture sc JOIN stay s ON s.id = sc.stay_id
                WHERE sc.capture_id IN (:ids) AND s.state NOT IN ('SUPERSEDED', 'CANCELLED')
                UNION SELECT capture_id FROM settlement WHERE capture_id IN (:ids)
                """)
                .param("ids", captures.stream().map(Columns::bytes).toList())
                .query((row, n) -> id(row, "capture_id"))
                .list());
    }

    private void keep(Set<UUID> captures) {
        if (!captures.isEmpty()) {
            jdbc.sql("UPDATE capture SET kept = 'STAY' WHERE id IN (:ids)")
                    .param("ids", captures.stream().map(Columns::bytes).toList())
                    .update();
        }
    }

    private void forget(List<byte[]> captures, Instant now) {
        jdbc.sql("DELETE FROM correction WHERE capture_id IN (:ids)")
                .param("ids", captures)
                .update();
        jdbc.sql("""
                UPDATE capture SET kept = 'PLACE', deleted_at = :now, observed = NULL, plate = NULL, confidence = NULL,
                  to_review = FALSE, reading = NULL, declared_plate = NULL, source = NULL, url = NULL, sha256 = NULL
                WHERE id IN (:ids)
                """).param("now", utc(now)).param("ids", captures).update();
    }
}
