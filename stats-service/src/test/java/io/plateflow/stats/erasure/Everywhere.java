package io.plateflow.stats.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a plate in every column of every table that can hold a text, whatever the column is for. */
final class Everywhere {
    private final JdbcClient jdbc;

    Everywhere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Column(String table, String name, boolean binary) {
        String finds() {
            return binary
                    ? "LOCATE(:bytes, `%s`) > 0".formatted(name)
                    : "LOCATE(:plate, UPPER(REPLACE(REPLACE(REPLACE(`%s`, ' ', ''), '-', ''), '.', ''))) > 0"
                            .formatted(name);
        }
    }

    /** Where it is, such as {@code capture.reading}; once for each row. */
    List<String> has(String plate) {
        List<String> found = new ArrayList<>();
        for (Column column : columns()) {
            long rows = jdbc.sql("SELECT COUNT(*) FROM `%s` WHERE %s".formatted(column.table(), column.finds()))
                    .param("plate", plate)
                    .param("bytes", plate.getBytes(StandardCharsets.US_ASCII))
                    .query(Long.class)
                    .single();
            for (long i = 0; i < rows; i++) {
                found.add(column.table() + "." + column.name());
            }
        }
        return found;
    }

    private List<Column> columns() {
        return jdbc.sql("""
                SELECT c.table_name AS t, c.column_name AS c, c.data_type IN ('binary', 'varbinary')
                  OR c.data_type LIKE '%blob' AS is_binary
                FROM information_schema.columns c JOIN information_schema.tables t
                  ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND (c.data_type LIKE '%char'
                  OR c.data_type LIKE '%text' OR c.data_type LIKE '%blob' OR c.data_type IN ('json', 'binary', 'varbinary', 'enum'))
                ORDER BY 1, 2
                """)
                .query((row, n) -> new Column(row.getString("t"), row.getString("c"), row.getBoolean("is_binary")))
                .list();
    }
}
