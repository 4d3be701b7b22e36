package io.plateflow.stats.system;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How MySQL is: how long it takes to say anything at all, and how large it has grown. */
@Component
class Database {
    private static final Duration SIZE_VALID = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Remembered<Long> size;

    Database(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.size = new Remembered<>(SIZE_VALID, this::bytes);
    }

    /**
     * As it is answered.
     *
     * @param bytes of all tables and their indexes, as MySQL estimates them
     */
    record Answer(long pingMillis, long bytes) {}

    Answer answer() {
        long before = System.nanoTime();
        jdbc.sql("SELECT 1").query(Integer.class).single();
        return new Answer(Duration.ofNanos(System.nanoTime() - before).toMillis(), size.get());
    }

    private Long bytes() {
        return jdbc.sql("""
                SELECT COALESCE(SUM(data_length + index_length), 0) FROM information_schema.tables
                WHERE table_schema = DATABASE()
                """).query(Long.class).single();
    }
}
