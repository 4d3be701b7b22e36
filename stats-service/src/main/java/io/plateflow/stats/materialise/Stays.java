package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;
import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayRecord;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Names;
import io.plateflow.stats.storage.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stays as billing last said they are: the highest version stands. A tombstone says that billing dropped the stay past its
 * ledger's retention: the row stays as it is, and is marked, for nothing will change it any more.
 */
@Component
class Stays implements Sink<Stays.Change> {
    private final Deserializer<StayRecord> json = Json.serde(StayRecord.class).deserializer();
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Aliases aliases;
    private final ErasedRows erased;

    Stays(JdbcTemplate jdbc, JdbcClient client, Aliases aliases, ErasedRows erased) {
        this.jdbc = jdbc;
        this.client = client;
        this.aliases = aliases;
        this.erased = erased;
    }

    /**
     * What billing said of a stay.
     *
     * @param stay null when billing dropped it
     * @param at when it said so
     */
    record Change(UUID id, @Nullable StayRecord stay, Instant at) {}

    /** What a row holds: its version, 0 without a row, and since when billing has dropped it. */
    private record State(int version, @Nullable Instant droppedAt) {
        static final State ABSENT = new State(0, null);

        /** The version known is said again when the topic is read again: then billing had it still. */
        State after(Change change) {
            StayRecord stay = change.stay();
            if (stay == null) {
                return version == 0 ? this : new State(version, droppedAt == null ? change.at() : droppedAt);
            }
            return stay.version() >= version ? new State(stay.version(), null) : this;
        }
    }

    @Override
    public Change decode(ConsumerRecord<String, byte[]> event) {
        Instant at = Instant.ofEpochMilli(event.timestamp());
        if (event.value() == null) {
            return new Change(UUID.fromString(requireNonNull(event.key(), "the tombstone names no stay")), null, at);
        }
        StayRecord stay = json.deserialize(event.topic(), event.value());
        return new Change(stay.id(), stay, at);
    }

    @Override
    public void write(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<UUID, State> before =
                states(changes.stream().map(Change::id).distinct().sorted().toList());
        Map<UUID, State> after = new TreeMap<>(before);
        Map<UUID, StayRecord> newest = new TreeMap<>();
        for (Change change : changes) {
            State state = after.getOrDefault(change.id(), State.ABSENT);
            if (change.stay() != null && change.stay().version() > state.version()) {
                newest.put(change.id(), change.stay());
            }
            after.put(change.id(), state.after(change));
        }
        Names names = aliases.current();
        writeStays(newest.values().stream().map(stay -> row(stay, names)).toList());
        writeCaptures(newest, before.keySet());
        if (!names.isEmpty()) {
            erased.inStays(newest.values().stream()
                    .flatMap(stay -> stay.captureIds().stream())
                    .toList());
        }
        writeDropped(before, after);
    }

    private Map<UUID, State> states(List<UUID> ids) {
        Map<UUID, State> states = new TreeMap<>();
        client.sql("SELECT id, version, ledger_closed_at FROM stay WHERE id IN (:ids) FOR UPDATE")
                .param("ids", ids.stream().map(Columns::bytes).toList())
                .query((row, n) -> states.put(
                        Columns.id(row, "id"),
                        new State(row.getInt("version"), Columns.instantOrNull(row, "ledger_closed_at"))))
                .list();
        return states;
    }

    private void writeDropped(Map<UUID, State> before, Map<UUID, State> after) {
        List<Object[]> rows = new ArrayList<>();
        after.forEach((id, state) -> {
            if (!Objects.equals(before.getOrDefault(id, State.ABSENT).droppedAt(), state.droppedAt())) {
                rows.add(new @Nullable Object[] {state.droppedAt() == null ? null : utc(state.droppedAt()), bytes(id)});
            }
        });
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("UPDATE stay SET ledger_closed_at = ? WHERE id = ?", rows);
        }
    }

    private void writeStays(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO stay (id, version, zone, plate, state, latitude, longitude, from_at, to_at, closed_by,
                  last_seen, tariff, flags, superseded_by, rules_version, mode, vehicle_class, exempt,
                  provisional_until, waived)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE version = VALUES(version), zone = VALUES(zone), plate = VALUES(plate),
                  state = VALUES(state), latitude = VALUES(latitude), longitude = VALUES(longitude),
                  from_at = VALUES(from_at), to_at = VALUES(to_at), closed_by = VALUES(closed_by),
                  last_seen = VALUES(last_seen), tariff = VALUES(tariff), flags = VALUES(flags),
                  superseded_by = VALUES(superseded_by), rules_version = VALUES(rules_version),
                  mode = VALUES(mode), vehicle_class = VALUES(vehicle_class), exempt = VALUES(exempt),
                  provisional_until = VALUES(provisional_until), waived = VALUES(waived)
                """, rows);
    }

    /** @param known stays that had captures before */
    private void writeCaptures(Map<UUID, StayRecord> stays, Set<UUID> known) {
        if (stays.isEmpty()) {
            return;
        }
        List<byte[]> changed = stays.keySet().stream()
                .filter(known::contains)
                .map(Columns::bytes)
                .toList();
        if (!changed.isEmpty()) {
            client.sql("DELETE FROM stay_capture WHERE stay_id IN (:ids)")
                    .param("ids", changed)
                    .update();
        }
        List<Object[]> rows = new ArrayList<>();
        stays.forEach((id, stay) -> {
            for (int place = 0; place < stay.captureIds().size(); place++) {
                rows.add(new Object[] {bytes(id), place, bytes(stay.captureIds().get(place))});
            }
        });
        jdbc.batchUpdate("INSERT INTO stay_capture (stay_id, place, capture_id) VALUES (?, ?, ?)", rows);
    }

    private static Object[] row(StayRecord s, Names names) {
        return new @Nullable Object[] {
            bytes(s.id()),
            s.version(),
            s.zone(),
            names.of(s.plate().text(), s.from()),
            s.state().name(),
            s.place().latitude(),
            s.place().longitude(),
            utc(s.from()),
            s.to() == null ? null : utc(s.to()),
            s.closedBy(),
            utc(s.lastSeen()),
            s.tariff(),
            s.flags().stream().sorted().collect(Collectors.joining(",")),
            s.supersededBy() == null ? null : bytes(s.supersededBy()),
            s.rulesVersion(),
            s.mode(),
            s.vehicleClass(),
            Boolean.TRUE.equals(s.exempt()),
            s.provisionalUntil() == null ? null : utc(s.provisionalUntil()),
            Boolean.TRUE.equals(s.waived())
        };
    }
}
