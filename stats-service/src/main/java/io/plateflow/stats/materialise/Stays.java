package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.StayRecord;
import io.plateflow.stats.storage.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stays as billing last said they are: the highest version stands. A tombstone says only that billing forgot it. */
@Component
class Stays implements Sink<StayRecord> {
    private final Deserializer<StayRecord> json = Json.serde(StayRecord.class).deserializer();
    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Stays(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    @Override
    public @Nullable StayRecord decode(ConsumerRecord<String, byte[]> event) {
        return event.value() == null ? null : json.deserialize(event.topic(), event.value());
    }

    @Override
    public void write(List<StayRecord> stays) {
        Map<UUID, StayRecord> newest = new TreeMap<>();
        stays.forEach(s -> newest.merge(s.id(), s, (a, b) -> b.version() > a.version() ? b : a));
        if (!newest.isEmpty()) {
            versions(newest.keySet().stream().map(Columns::bytes).toList())
                    .forEach((id, version) -> newest.computeIfPresent(id, (i, s) -> s.version() > version ? s : null));
            writeStays(newest.values().stream().map(Stays::row).toList());
            writeCaptures(newest);
        }
    }

    private Map<UUID, Integer> versions(List<byte[]> ids) {
        Map<UUID, Integer> versions = new TreeMap<>();
        client.sql("SELECT id, version FROM stay WHERE id IN (:ids) FOR UPDATE")
                .param("ids", ids)
                .query((row, n) -> versions.put(Columns.id(row, "id"), row.getInt("version")))
                .list();
        return versions;
    }

    private void writeStays(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                INSERT INTO stay (id, version, zone, plate, state, latitude, longitude, from_at, to_at, closed_by,
                  last_seen, tariff, flags, superseded_by, rules_version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE version = VALUES(version), zone = VALUES(zone), plate = VALUES(plate),
                  state = VALUES(state), latitude = VALUES(latitude), longitude = VALUES(longitude),
                  from_at = VALUES(from_at), to_at = VALUES(to_at), closed_by = VALUES(closed_by),
                  last_seen = VALUES(last_seen), tariff = VALUES(tariff), flags = VALUES(flags),
                  superseded_by = VALUES(superseded_by), rules_version = VALUES(rules_version)
                """, rows);
    }

    private void writeCaptures(Map<UUID, StayRecord> stays) {
        if (stays.isEmpty()) {
            return;
        }
        client.sql("DELETE FROM stay_capture WHERE stay_id IN (:ids)")
                .param("ids", stays.keySet().stream().map(Columns::bytes).toList())
                .update();
        List<Object[]> rows = new ArrayList<>();
        stays.forEach((id, stay) -> {
            for (int place = 0; place < stay.captureIds().size(); place++) {
                rows.add(new Object[] {bytes(id), place, bytes(stay.captureIds().get(place))});
            }
        });
        jdbc.batchUpdate("INSERT INTO stay_capture (stay_id, place, capture_id) VALUES (?, ?, ?)", rows);
    }

    private static Object[] row(StayRecord s) {
        return new @Nullable Object[] {
            bytes(s.id()),
            s.version(),
            s.zone(),
            s.plate().text(),
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
            s.rulesVersion()
        };
    }
}
