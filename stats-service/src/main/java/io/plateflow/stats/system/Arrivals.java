package io.plateflow.stats.system;

import io.plateflow.stats.query.Cursor;
import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When captures came in: the last, and the one that has waited longest for its end. */
@Component
class Arrivals {
    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> last() {
        return jdbc.sql("""
                SELECT received_at FROM capture WHERE received_at IS NOT NULL ORDER BY received_at DESC LIMIT 1
                """)
                .query((row, n) -> Columns.instant(row, "received_at"))
                .optional();
    }

    Optional<Cursor> oldestPending() {
        return jdbc.sql("""
                SELECT id, received_at FROM capture WHERE status = 'PENDING' AND received_at IS NOT NULL
                ORDER BY received_at LIMIT 1
                """)
                .query((row, n) -> new Cursor(Columns.instant(row, "received_at"), Columns.id(row, "id")))
                .optional();
    }
}
