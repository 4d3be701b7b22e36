package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.id;

import io.plateflow.stats.storage.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Captures whose photo somebody may still need: their stay is unfinished while billing keeps it, or is in dispute, or has a
 * charge in force that was not paid in full.
 */
@Component
class Claimed {
    private final JdbcClient jdbc;

    Claimed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> among(Collection<UUID> captures) {
        if (captures.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                SELECT DISTINCT sc.capture_id FROM stay_capture sc JOIN stay s ON s.id = sc.stay_id
                WHERE sc.capture_id IN (:captures) AND s.state NOT IN ('SUPERSEDED', 'CANCELLED') AND (
                  (s.state IN ('OPEN', 'NEEDS_REVIEW') AND s.ledger_closed_at IS NULL)
                  OR FIND_IN_SET('DISPUTED', s.flags) > 0
                  OR EXISTS (
                    SELECT 1 FROM charge c WHERE c.stay_id = s.id AND c.voided_at IS NULL AND c.amount > (
                      SELECT COALESCE(SUM(p.amount), 0) FROM stay_capture x JOIN settlement p ON p.capture_id = x.capture_id
                      WHERE x.stay_id = s.id AND p.currency = c.currency)))
                """)
                .param("captures", captures.stream().map(Columns::bytes).toList())
                .query((row, n) -> id(row, "capture_id"))
                .list());
    }
}
