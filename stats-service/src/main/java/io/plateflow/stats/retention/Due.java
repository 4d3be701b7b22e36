package io.plateflow.stats.retention;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.id;
import static io.plateflow.stats.storage.Columns.instant;
import static io.plateflow.stats.storage.Columns.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures in the order in which they came in, by what is still kept of them; the longest kept first. */
@Component
class Due {
    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    Due(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A capture's place in the order. */
    record At(Instant receivedAt, UUID id) {
        static final At START = new At(Instant.EPOCH, LOWEST);
    }

    /** Zones that have captures of which {@code kept} is kept: from one to the next, past the captures of each. */
    List<String> zones(String kept) {
        List<String> zones = new ArrayList<>();
        for (Optional<String> zone = zone(kept, ""); zone.isPresent(); zone = zone(kept, zone.get())) {
            zones.add(zone.get());
        }
        return zones;
    }

    private Optional<String> zone(String kept, String after) {
        return jdbc.sql("SELECT zone FROM capture WHERE kept = :kept AND zone > :after ORDER BY zone LIMIT 1")
                .param("kept", kept)
                .param("after", after)
                .query(String.class)
                .optional();
    }

    /** The next ones of a zone after {@code after} that came in before {@code before}. */
    List<At> page(String kept, String zone, Instant before, At after, int most) {
        return jdbc.sql("""
                SELECT received_at, id FROM capture
                WHERE kept = :kept AND zone = :zone AND received_at >= :at AND received_at < :before
                  AND (received_at > :at OR id > :id)
                ORDER BY received_at, id LIMIT :most
                """)
                .param("kept", kept)
                .param("zone", zone)
                .param("at", utc(after.receivedAt()))
                .param("id", bytes(after.id()))
                .param("before", utc(before))
                .param("most", most)
                .query((row, n) -> new At(instant(row, "received_at"), id(row, "id")))
                .list();
    }
}
