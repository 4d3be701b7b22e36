package io.plateflow.stats.query;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many rows a condition holds for: no further than {@link Total#MOST}, and for no longer than a second. Where an index
 * leads to them that is milliseconds (of a million captures 3 to 60); where none does, the list goes without its total
 * rather than wait for it.
 */
@Component
public class Counts {
    private static final int MOST_SECONDS = 1;

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Null when it could not be counted in time; {@code table} and {@code condition} are the program's own words. */
    public @Nullable Total in(String table, String condition, Map<String, ?> values) {
        return within(() -> Total.of(jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT :bound) AS some"
                        .formatted(table, condition))
                .withQueryTimeout(MOST_SECONDS)
                .params(values)
                .param("bound", Total.MOST + 1)
                .query(Long.class)
                .single()));
    }

    /** Of a first page that is also the last nothing needs to be counted. */
    public static @Nullable Total orOf(List<?> first, boolean last, Supplier<@Nullable Total> counted) {
        return last ? new Total(first.size(), false) : counted.get();
    }

    private static @Nullable Total within(Supplier<Total> count) {
        try {
            return count.get();
        } catch (QueryTimeoutException e) {
            return null;
        }
    }
}
