package io.plateflow.stats.overdue;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may send a capture again: the instance that counts the time first. */
@Component
class Claims {
    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this instance may, once; it is counted before it is sent, so that no crash makes it more than it says. */
    boolean claim(LostCaptures.Lost lost) {
        return jdbc.sql("""
                UPDATE capture SET republished = republished + 1, republished_at = :now
                WHERE id = :id AND status = 'PENDING' AND republished = :times
                """)
                        .param("now", utc(Instant.now()))
                        .param("id", bytes(lost.capture().id()))
                        .param("times", lost.republished())
                        .update()
                == 1;
    }
}
