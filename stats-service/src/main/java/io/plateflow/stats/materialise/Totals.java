package io.plateflow.stats.materialise;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.plateflow.stats.materialise.Deltas.Cell;
import io.plateflow.stats.materialise.Deltas.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Moves the aggregates by a batch's deltas, in the transaction that writes its rows. */
@Component
class Totals {
    private final JdbcTemplate jdbc;
    private final Looks looks;

    Totals(JdbcTemplate jdbc, Looks looks) {
        this.jdbc = jdbc;
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
        Map<Cell, BigDecimal> changed = new TreeMap<>();
        List<Name> come = new ArrayList<>();
        // The rows stay locked until the transaction ends, so what is read less the delta is what was there before.
        read(names.keySet()).forEach((name, now) -> {
            boolean is = now > 0;
            boolean was = now - requireNonNull(names.get(name)) > 0;
            if (is != was) {
                changed.merge(name.cell(), is ? BigDecimal.ONE : BigDecimal.ONE.negate(), BigDecimal::add);
            }
            if (is && !was && name.kind().equals("plate") && name.day().equals(Deltas.ALL_TIME)) {
                come.add(name);
            }
        });
        looks.add(come);
        return changed;
    }

    /** The counts of names, asked for kind by kind and day by day, which is how they lie, yet in one question. */
    private Map<Name, Long> read(Set<Name> names) {
        Map<Cell, List<Name>> byCell = names.stream().collect(groupingBy(Name::cell, TreeMap::new, toList()));
        List<Object> parameters = new ArrayList<>();
        String question = byCell.values().stream()
                .map(some -> {
                    parameters.add(some.get(0).kind());
                    parameters.add(some.get(0).day());
                    some.forEach(name -> parameters.add(name.name()));
                    return "SELECT kind, day, name, n FROM distinct_key WHERE kind = ? AND day = ? AND name IN ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
                })
                .collect(joining(" UNION ALL "));
        Map<Name, Long> counts = new TreeMap<>();
        jdbc.query(
                question,
                row -> {
                    Name name = new Name(
                            row.getString("kind"),
                            row.getObject("day", LocalDate.class),
                            requireNonNull(row.getBytes("name")));
                    counts.put(name, row.getLong("n"));
                },
                parameters.toArray());
        return counts;
    }
}
