package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;
import static java.util.Objects.requireNonNull;

import io.plateflow.stats.storage.Columns;
import io.plateflow.stats.storage.PlateLooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures whose vehicle asked to be forgotten: photo and reading go, an alias stands for the plate, each figure stays. */
@Component
public class ErasedRows {
    private static final String ERASED_BY_STAY = """
             FROM capture c JOIN stay_capture sc ON sc.capture_id = c.id JOIN stay s ON s.id = sc.stay_id
              JOIN erased_plate e ON e.alias = s.plate
            WHERE s.state NOT IN ('SUPERSEDED', 'CANCELLED') AND c.deleted_at IS NULL
              AND LEAST(c.captured_at, c.received_at) <= e.until_at
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Totals totals;

    ErasedRows(JdbcTemplate jdbc, JdbcClient client, Totals totals) {
        this.jdbc = jdbc;
        this.client = client;
        this.totals = totals;
    }

    /** A plate that captures of a day were counted under, in the order in which all writers lock. */
    public record Counted(LocalDate day, String plate) implements Comparable<Counted> {
        private static final Comparator<Counted> ORDER =
                Comparator.comparing(Counted::day).thenComparing(Counted::plate);

        /** Of the day and of all time; none where either is not known. */
        static Set<Counted> of(@Nullable LocalDate day, @Nullable String plate) {
            return day == null || plate == null
                    ? Set.of()
                    : Set.of(new Counted(day, plate), new Counted(Deltas.ALL_TIME, plate));
        }

        byte[] name() {
            return plate.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int compareTo(Counted other) {
            return ORDER.compare(this, other);
        }
    }

    private record Named(
            UUID id,
            @Nullable LocalDate day,
            @Nullable String plate,
            @Nullable String other) {}

    /**
     * Erases some captures of {@code plate} whose photo was taken by {@code until}, in the transaction that is open.
     *
     * @return how many
     */
    public int captures(String plate, String alias, Instant until, int most) {
        return erase(client.sql("""
                SELECT id, :alias AS alias FROM capture
                WHERE plate = :plate AND LEAST(captured_at, received_at) <= :until ORDER BY id LIMIT :most
                """)
                .param("plate", plate)
                .param("alias", alias)
                .param("until", utc(until))
                .param("most", most)
                .query((row, n) -> Map.entry(Columns.id(row, "id"), row.getString("alias")))
                .list());
    }

    /** The same of captures in stays that bear {@code alias}, as whatever they were read: their vehicle was misread. */
    public int inStays(String alias, int most) {
        return erase(
                client.sql("SELECT c.id, e.alias" + ERASED_BY_STAY + "AND s.plate = :alias ORDER BY c.id LIMIT :most")
                        .param("alias", alias)
                        .param("most", most)
                        .query((row, n) -> Map.entry(Columns.id(row, "id"), row.getString("alias")))
                        .list());
    }

    /** The same of those of {@code captures} that are in such stays: stay and capture come in any order. */
    void inStays(Collection<UUID> captures) {
        if (!captures.isEmpty()) {
            erase(client.sql("SELECT c.id, e.alias" + ERASED_BY_STAY + "AND c.id IN (:ids) ORDER BY c.id")
                    .param("ids", captures.stream().map(Columns::bytes).toList())
                    .query((row, n) -> Map.entry(Columns.id(row, "id"), row.getString("alias")))
                    .list());
        }
    }

    private int erase(List<Map.Entry<UUID, String>> found) {
        if (found.isEmpty()) {
            return 0;
        }
        Map<UUID, String> aliases = new LinkedHashMap<>();
        found.forEach(one -> aliases.put(one.getKey(), one.getValue()));
        Deltas deltas = new Deltas();
        Map<UUID, @Nullable String> names = new LinkedHashMap<>();
        Set<Counted> counted = new TreeSet<>();
        for (Named named : named(aliases.keySet())) {
            String alias = named.plate() == null ? null : requireNonNull(aliases.get(named.id()));
            if (!names.containsKey(named.id()) && alias != null && named.plate() != null && named.day() != null) {
                deltas.plate(named.day(), named.plate(), -1);
                deltas.plate(named.day(), alias, 1);
            }
            names.put(named.id(), alias);
            counted.addAll(Counted.of(named.day(), named.plate()));
            counted.addAll(Counted.of(named.day(), named.other()));
        }
        blank(names);
        totals.move(deltas);
        forget(counted);
        return names.size();
    }

    /** What they were read and corrected as, a capture more than once; they are locked from now on. */
    private List<Named> named(Collection<UUID> captures) {
        List<byte[]> keys = captures.stream().map(Columns::bytes).toList();
        client.sql("SELECT id FROM capture WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", keys)
                .query(byte[].class)
                .list();
        return client.sql("""
                SELECT id, local_day, plate, observed AS other FROM capture WHERE id IN (:ids)
                UNION ALL SELECT c.id, c.local_day, c.plate, k.plate FROM correction k JOIN capture c ON c.id = k.capture_id
                  WHERE k.capture_id IN (:ids)
                """)
                .param("ids", keys)
                .query((row, n) -> new Named(
                        Columns.id(row, "id"),
                        row.getObject("local_day", LocalDate.class),
                        row.getString("plate"),
                        row.getString("other")))
                .list();
    }

    /** Leaves of captures that are locked no more than place, time, outcome, their photo's hash and what stands for their plate. */
    public void blank(Map<UUID, @Nullable String> captures) {
        if (captures.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        jdbc.batchUpdate(
                """
                UPDATE capture SET kept = 'PLACE', deleted_at = COALESCE(deleted_at, ?), photo_gone_at = COALESCE(photo_gone_at, ?), plate = ?,
                  observed = NULL, confidence = NULL, to_review = FALSE, reading = NULL, declared_plate = NULL,
                  source = NULL, url = NULL
                WHERE id = ?
                """,
                captures.entrySet().stream()
                        .map(c -> new @Nullable Object[] {utc(now), utc(now), c.getValue(), bytes(c.getKey())})
                        .toList());
        List<byte[]> keys = captures.keySet().stream().map(Columns::bytes).toList();
        client.sql("DELETE FROM capture_image WHERE capture_id IN (:ids)")
                .param("ids", keys)
                .update();
        client.sql("DELETE FROM correction WHERE capture_id IN (:ids)")
                .param("ids", keys)
                .update();
    }

    /** Plates that no capture has any more are named in no count either, and are not found by how they look. */
    public void forget(Collection<Counted> names) {
        for (Counted name : new TreeSet<>(names)) {
            boolean gone = client.sql("""
                            DELETE FROM distinct_key WHERE kind = 'plate' AND day = :day AND name = :name AND n = 0
                            """)
                            .param("day", name.day())
                            .param("name", name.name())
                            .update()
                    > 0;
            if (gone && name.day().equals(Deltas.ALL_TIME)) {
                client.sql("DELETE FROM plate_look WHERE variant IN (:looks) AND plate = :plate")
                        .param("looks", PlateLooks.of(name.plate()))
                        .param("plate", name.plate())
                        .update();
            }
        }
    }

    /** Under which days a plate is named, though nothing counts there. */
    public List<Counted> leftOf(String plate) {
        return client.sql("SELECT day FROM distinct_key WHERE kind = 'plate' AND name = :name AND n = 0")
                .param("name", plate.getBytes(StandardCharsets.US_ASCII))
                .query((row, n) -> new Counted(row.getObject("day", LocalDate.class), plate))
                .list();
    }
}
