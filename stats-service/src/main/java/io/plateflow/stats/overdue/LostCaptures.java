package io.plateflow.stats.overdue;

import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.Capture;
import io.plateflow.stats.storage.CaptureFacts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Captures that the readers ought to have ended by now. One that others wait behind is lost; one that waits with them is
 * only late, and a copy would make all wait longer.
 */
@Component
class LostCaptures {
    private final JdbcClient jdbc;

    LostCaptures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A capture, and how often it was sent again. */
    record Lost(Capture capture, int republished) {}

    /**
     * Those of one priority, the longest waiting first.
     *
     * @param before received before, and not sent again since
     * @param times sent again less often
     */
    List<Lost> ask(Capture.Priority priority, Instant before, int times, int most) {
        return jdbc.sql("""
                SELECT * FROM capture
                WHERE status = 'PENDING' AND kept = 'ALL' AND priority = :priority AND received_at < :before
                  AND received_at < COALESCE(:readers, :before)
                  AND republished < :times AND (republished_at IS NULL OR republished_at < :before)
                ORDER BY received_at LIMIT :most
                """)
                .param("priority", priority.name())
                .param("before", utc(before))
                .param("readers", readers(priority, before))
                .param("times", times)
                .param("most", most)
                .query((row, n) -> new Lost(CaptureFacts.of(row), row.getInt("republished")))
                .list();
    }

    /** How far the readers are: when the newest capture came in that they ended since; null when they ended none. */
    private @Nullable LocalDateTime readers(Capture.Priority priority, Instant since) {
        return jdbc.sql("SELECT MAX(received_at) AS at FROM capture WHERE priority = :priority AND ended_at >= :since")
                .param("priority", priority.name())
                .param("since", utc(since))
                .query((row, n) -> row.getObject("at", LocalDateTime.class))
                .list()
                .get(0);
    }
}
