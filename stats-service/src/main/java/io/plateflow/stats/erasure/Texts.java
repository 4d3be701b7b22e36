package io.plateflow.stats.erasure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns of one table that may name a plate which is not the row's own.
 *
 * @param table its name
 * @param key its first key column, 16 bytes
 * @param second its second key column, a number; 0 where it has none
 * @param columns texts and JSON
 * @param covered whether a row is of the time that is erased, up to {@code :until}
 */
record Texts(String table, String key, String second, List<String> columns, String covered) {
    static final List<Texts> ALL = List.of(
            new Texts(
                    "capture",
                    "id",
                    "0",
                    List.of("observed", "declared_plate", "source", "reading"),
                    "LEAST(captured_at, received_at) <= :until"),
            new Texts("correction", "capture_id", "n", List.of("plate", "reason"), "sent AND decided_at <= :until"),
            new Texts("decision", "request_id", "0", List.of("command"), "decided_at <= :until"),
            new Texts("settlement", "request_id", "0", List.of("reference"), "settled_at <= :until"),
            new Texts("erasure", "id", "0", List.of("reason"), "asked_at <= :until"));

    /** Whether any column has {@code :plate}, however it is written: a first look, which finds all and more. */
    String suspect() {
        return columns.stream()
                .map("LOCATE(:plate, UPPER(REPLACE(REPLACE(REPLACE(%s, ' ', ''), '-', ''), '.', ''))) > 0"::formatted)
                .collect(Collectors.joining(" OR "));
    }
}
