package io.plateflow.stats.system;

import static io.plateflow.stats.storage.Columns.utc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in each minute of the last hour, by the rows: each question reads one hour of one index, 0.1 s of 200,000. */
@Component
class Minutes {
    static final int HOUR = 60;

    private final JdbcClient jdbc;

    Minutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Captures by when they came in. */
    List<Long> received(Instant now) {
        return ask(now, """
                SELECT FLOOR(TIMESTAMPDIFF(SECOND, :from, received_at) / 60) AS m, COUNT(*) AS n FROM capture
                WHERE received_at >= :from AND received_at < :to GROUP BY m
                """);
    }

    /** Captures by when their end was decided. */
    List<Long> ended(Instant now) {
        return ask(now, """
                SELECT FLOOR(TIMESTAMPDIFF(SECOND, :from, ended_at) / 60) AS m, COUNT(*) AS n FROM capture
                WHERE priority IN ('LIVE', 'BULK') AND ended_at >= :from AND ended_at < :to GROUP BY m
                """);
    }

    /** Charges by when they were issued. */
    List<Long> charged(Instant now) {
        return ask(now, """
                SELECT FLOOR(TIMESTAMPDIFF(SECOND, :from, posted_at) / 60) AS m, COUNT(*) AS n FROM charge
                WHERE posted_at >= :from AND posted_at < :to GROUP BY m
                """);
    }

    /** The oldest minute first; the last one is the last that is over. */
    private List<Long> ask(Instant now, String sql) {
        Instant to = now.truncatedTo(ChronoUnit.MINUTES);
        long[] counts = new long[HOUR];
        jdbc.sql(sql)
                .param("from", utc(to.minus(HOUR, ChronoUnit.MINUTES)))
                .param("to", utc(to))
                .query(row -> {
                    counts[Math.min(HOUR - 1, row.getInt("m"))] += row.getLong("n");
                });
        return IntStream.range(0, HOUR).mapToObj(i -> counts[i]).toList();
    }
}
