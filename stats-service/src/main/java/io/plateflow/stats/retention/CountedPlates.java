package io.plateflow.stats.retention;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.storage.Columns;
import io.plateflow.stats.storage.PlateLooks;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reference counts behind the numbers of distinct plates. A plate that no row has any more is forgotten there too; the
 * numbers stay, and what they count without a row is carried over.
 */
@Component
public class CountedPlates {
    /** The day that stands for all time. */
    private static final LocalDate ALL_TIME = LocalDate.of(1000, 1, 1);

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    CountedPlates(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** A reference count, in the order in which all writers lock them. */
    private record Name(LocalDate day, String plate) implements Comparable<Name> {
        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::day).thenComparing(Name::plate);

        byte[] key() {
            return plate.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    /** Takes {@code captures} out of the counts; they are locked, and lose their plates in the same transaction. */
    public void forget(Collection<UUID> captures) {
        SortedMap<Name, Long> names =
                counted(captures.stream().map(Columns::bytes).toList());
        jdbc.batchUpdate(
                "UPDATE distinct_key SET n = n - ? WHERE kind = 'plate' AND day = ? AND name = ?",
                names.entrySet().stream()
                        .map(e -> new Object[] {
                            e.getValue(), e.getKey().day(), e.getKey().key()
                        })
                        .toList());
        List<Name> gone = new ArrayList<>();
        names.keySet().stream()
                .collect(groupingBy(Name::day, TreeMap::new, toList()))
                .forEach((day, some) -> gone.addAll(without(day, some)));
        jdbc.batchUpdate(
                "DELETE FROM distinct_key WHERE kind = 'plate' AND day = ? AND name = ?",
                gone.stream().map(name -> new Object[] {name.day(), name.key()}).toList());
        jdbc.batchUpdate(
                "DELETE FROM plate_look WHERE variant = ? AND plate = ?",
                gone.stream()
                        .filter(name -> name.day().equals(ALL_TIME) && !Aliases.isAlias(name.plate()))
                        .flatMap(name ->
                                PlateLooks.of(name.plate()).stream().map(look -> new Object[] {look, name.plate()}))
                        .toList());
        // What was read first and then corrected is named, but counted for nothing.
        carry(gone.stream()
                .filter(name -> requireNonNull(names.get(name)) > 0)
                .collect(groupingBy(Name::day, TreeMap::new, counting())));
    }

    /** By how much less each plate is to count; by nothing where it once was that of a capture and is no more. */
    private SortedMap<Name, Long> counted(List<byte[]> captures) {
        SortedMap<Name, Long> names = new TreeMap<>();
        client.sql("""
                SELECT local_day, plate, 1 AS n FROM capture WHERE id IN (:ids) AND plate IS NOT NULL
                UNION ALL SELECT local_day, observed, 0 FROM capture WHERE id IN (:ids) AND observed IS NOT NULL
                UNION ALL SELECT c.local_day, k.plate, 0 FROM correction k JOIN capture c ON c.id = k.capture_id
                  WHERE k.capture_id IN (:ids) AND k.plate IS NOT NULL
                """)
                .param("ids", captures)
                .query((row, n) -> {
                    String plate = row.getString("plate");
                    names.merge(
                            new Name(row.getObject("local_day", LocalDate.class), plate), row.getLong("n"), Long::sum);
                    return names.merge(new Name(ALL_TIME, plate), row.getLong("n"), Long::sum);
                })
                .list();
        return names;
    }

    /** Those of one day that no capture has any more. */
    private List<Name> without(LocalDate day, List<Name> some) {
        return client.sql("""
                SELECT name FROM distinct_key WHERE kind = 'plate' AND day = :day AND name IN (:names) AND n = 0
                """)
                .param("day", day)
                .param("names", some.stream().map(Name::key).toList())
                .query((row, n) ->
                        new Name(day, new String(requireNonNull(row.getBytes("name")), StandardCharsets.US_ASCII)))
                .list();
    }

    private void carry(Map<LocalDate, Long> gone) {
        List<Object[]> rows = new ArrayList<>();
        gone.forEach((day, n) -> rows.add(new Object[] {day, n}));
        jdbc.batchUpdate("""
                INSERT INTO carried_over (measure, day, value) VALUES ('plates', ?, ?)
                ON DUPLICATE KEY UPDATE value = value + VALUES(value)
                """, rows);
    }
}
