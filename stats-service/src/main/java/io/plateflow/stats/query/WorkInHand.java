package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.stats.StatsProperties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is not finished: photos under way, readings for a person, vehicles inside. */
@Component
public class WorkInHand {
    private final JdbcClient jdbc;
    private final Duration overdueAfter;

    WorkInHand(JdbcClient jdbc, StatsProperties properties) {
        this.jdbc = jdbc;
        this.overdueAfter = properties.overdueAfter();
    }

    /** The counts; {@code rejected} are those that no attempt could work on. */
    public record Counts(long pending, long overdue, long toReview, long rejected, long openStays, long activeZones) {}

    /** {@code zone} null is all zones. */
    public Counts of(@Nullable String zone) {
        return jdbc.sql("""
                SELECT
                  (SELECT COUNT(*) FROM capture WHERE status = 'PENDING' AND received_at IS NOT NULL
                     AND (:zone IS NULL OR zone = :zone)) AS pending,
                  (SELECT COUNT(*) FROM capture WHERE status = 'PENDING' AND received_at < :overdue
                     AND (:zone IS NULL OR zone = :zone)) AS overdue,
                  (SELECT COUNT(*) FROM capture WHERE to_review = TRUE
                     AND (:zone IS NULL OR zone = :zone)) AS to_review,
                  (SELECT COUNT(*) FROM capture WHERE status = 'REJECTED'
                     AND (:zone IS NULL OR zone = :zone)) AS rejected,
                  (SELECT COUNT(*) FROM stay WHERE state = 'OPEN' AND ledger_closed_at IS NULL
                     AND (:zone IS NULL OR zone = :zone)) AS open_stays,
                  (SELECT COUNT(DISTINCT zone) FROM stay WHERE state = 'OPEN' AND ledger_closed_at IS NULL
                     AND (:zone IS NULL OR zone = :zone)) AS active_zones
                """)
                .param("zone", zone)
                .param("overdue", utc(Instant.now().minus(overdueAfter)))
                .query((row, n) -> new Counts(
                        row.getLong("pending"),
                        row.getLong("overdue"),
                        row.getLong("to_review"),
                        row.getLong("rejected"),
                        row.getLong("open_stays"),
                        row.getLong("active_zones")))
                .single();
    }
}
