package io.plateflow.stats.materialise;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.plateflow.stats.materialise.Deltas.Cell;
import io.plateflow.stats.materialise.Deltas.Name;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the aggregates by a batch's deltas, in the transaction that writes its rows. */
@Component
class Totals {
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Looks looks;

    Totals(JdbcTemplate jdbc, JdbcClient client, Looks looks) {
        this.jdbc = jdbc;
        this.client = client;
        this.looks = looks;
    }

    /** Writes all; the rows that every batch touches come last, so that they are locked for the shortest time. */
    void move(Deltas deltas) {
        SortedMap<Cell, BigDecimal> cells = new TreeMap<>(deltas.cells());
        if (!deltas.names().isEmpty()) {
            count(deltas.names()).forEach((cell, by) -> cells.merge(cell, by, BigDecimal::add));
        }
        writeQuarters(deltas);
        List<Object[]> rows = new ArrayList<>();
        cells.forEach((cell, by) -> {
            if (by.signum() != 0) {
                rows.add(new Object[] {cell.measure(), cell.day(), cell.currency(), by});
            }
        });
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO total (measure, day, currency, value) VALUES (?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE value = value + VALUES(value)
                    """, rows);
        }
    }

    private void writeQuarters(Deltas deltas) {
        List<Object[]> rows = new ArrayList<>();
        deltas.quarters().forEach((quarter, by) -> {
            if (by.signum() != 0) {
                rows.add(new Object[] {quarter.name(), quarter.from(), quarter.zone(), quarter.currency(), by});
            }
        });
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO measure (name, quarter, zone, currency, value) VALUES (?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE value = value + VALUES(value)
                    """, rows);
        }
    }

    /** Moves the reference counts; tells by how much each number of distinct names changed. */
    private Map<Cell, BigDecimal> count(SortedMap<Name, Integer> names) {
        List<Object[]> rows = new ArrayList<>();
        names.forEach((name, by) -> rows.add(new Object[] {name.kind(), name.day(), name.name(), by}));
        jdbc.batchUpdate("""
                INSERT INTO distinct_key (kind, day, name, n) VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE n = n + VALUES(n)
                """, rows);
        Map<Cell, List<Name>> byCell = names.keySet().stream().collect(groupingBy(Name::cell, TreeMap::new, toList()));
        Map<Cell, BigDecimal> changed = new TreeMap<>();
        byCell.forEach((cell, some) -> {
            // The rows stay locked until the transaction ends, so what is read less the delta is what was there before.
            int by = 0;
            List<Name> come = new ArrayList<>();
            for (Map.Entry<Name, Long> now : read(some).entrySet()) {
                boolean is = now.getValue() > 0;
                boolean was = now.getValue() - requireNonNull(names.get(now.getKey())) > 0;
                by += is == was ? 0 : is ? 1 : -1;
                if (is && !was) {
                    come.add(now.getKey());
                }
            }
            if (cell.measure().equals("plates") && cell.day().equals(Deltas.ALL_TIME)) {
                looks.add(come);
            }
            changed.put(cell, BigDecimal.valueOf(by));
        });
        return changed;
    }

    /** The counts of names of one kind and day. */
    private Map<Name, Long> read(List<Name> names) {
        Name any = names.get(0);
        Map<Name, Long> counts = new TreeMap<>();
        client.sql("SELECT name, n FROM distinct_key WHERE kind = :kind AND day = :day AND name IN (:names)")
                .param("kind", any.kind())
                .param("day", any.day())
                .param("names", names.stream().map(Name::name).toList())
                .query((row, n) -> counts.put(
                        new Name(any.kind(), any.day(), requireNonNull(row.getBytes("name"))), row.getLong("n")))
                .list();
        return counts;
    }
}
