package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much was deleted because its time was over; counted in the transaction that deletes it. */
@Component
class Purged {
    private final JdbcClient jdbc;

    Purged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String what, int n, Instant at) {
        if (n > 0) {
            jdbc.sql("""
                    INSERT INTO purged (what, day, n) VALUES (:what, :day, :n) ON DUPLICATE KEY UPDATE n = n + VALUES(n)
                    """)
                    .param("what", what)
                    .param("day", utc(at).toLocalDate())
                    .param("n", n)
                    .update();
        }
    }
}
