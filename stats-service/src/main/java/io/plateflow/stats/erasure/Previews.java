package io.plateflow.stats.erasure;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.instantOrNull;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what an erasure would do at this moment. */
@Component
class Previews {
    /** Those read so, and what else was photographed of the same stays. */
    private static final String CAPTURES_OF = """
            id IN (SELECT id FROM capture WHERE plate = :subject
              UNION SELECT sc.capture_id FROM stay s JOIN stay_capture sc ON sc.stay_id = s.id
                WHERE s.plate = :subject AND s.state NOT IN ('SUPERSEDED', 'CANCELLED'))
            """;

    private final JdbcClient jdbc;
    private final Needed needed;

    Previews(JdbcClient jdbc, Needed needed) {
        this.jdbc = jdbc;
        this.needed = needed;
    }

    Preview of(Asked asked) {
        if (asked.plate() == null) {
            return ask("id = :subject AND deleted_at IS NULL", bytes(asked.captureNeeded()), 0, 0, false)
                    .with(needed.of(asked));
        }
        String plate = asked.plate().text();
        return ask(CAPTURES_OF, plate, count("stay", plate), count("charge", plate), listed(plate))
                .with(needed.of(asked));
    }

    private Preview ask(String which, Object subject, long stays, long charges, boolean listed) {
        return jdbc.sql("""
                SELECT COUNT(*) AS captures, COALESCE(SUM(photo_gone_at IS NULL), 0) AS photos,
                  MIN(captured_at) AS first_at, MAX(captured_at) AS last_at
                FROM capture WHERE %s
                """.formatted(which))
                .param("subject", subject)
                .query((row, n) -> new Preview(
                        row.getLong("captures"),
                        row.getLong("photos"),
                        stays,
                        charges,
                        instantOrNull(row, "first_at"),
                        instantOrNull(row, "last_at"),
                        listed,
                        List.of()))
                .single();
    }

    private long count(String table, String plate) {
        return jdbc.sql("SELECT COUNT(*) FROM %s WHERE plate = :plate".formatted(table))
                .param("plate", plate)
                .query(Long.class)
                .single();
    }

    private boolean listed(String plate) {
        return jdbc.sql("SELECT COUNT(*) FROM edition WHERE kind = 'vehicle' AND id = :plate")
                        .param("plate", plate)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
