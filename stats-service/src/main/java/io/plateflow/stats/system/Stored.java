package io.plateflow.stats.system;

import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How old the oldest photo is, and how much was deleted because its time was over. */
@Component
class Stored {
    private final JdbcClient jdbc;

    Stored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The figures as they are answered.
     *
     * @param oldestPhotoAt when the photo that has been here longest came in; null without any
     * @param photosDeleted since the beginning
     * @param capturesDeleted since the beginning
     */
    record Answer(@Nullable Instant oldestPhotoAt, long photosDeleted, long capturesDeleted) {}

    Answer answer() {
        Map<String, Long> deleted = new HashMap<>();
        jdbc.sql("SELECT what, SUM(n) AS n FROM purged GROUP BY what")
                .query((row, n) -> deleted.put(row.getString("what"), row.getLong("n")))
                .list();
        return new Answer(oldest(), deleted.getOrDefault("photos", 0L), deleted.getOrDefault("captures", 0L));
    }

    /** Of each zone the index names the first: zones are few, captures are not. */
    private @Nullable Instant oldest() {
        return jdbc.sql("""
                        SELECT MIN(received_at) AS at FROM capture WHERE kept = 'ALL' AND received_at IS NOT NULL GROUP BY zone
                        """).query((row, n) -> Columns.instant(row, "at")).list().stream()
                .min(Instant::compareTo)
                .orElse(null);
    }
}
