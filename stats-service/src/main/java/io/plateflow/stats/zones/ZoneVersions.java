package io.plateflow.stats.zones;

import static io.plateflow.stats.storage.Columns.instantOrNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.domain.place.Box;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Placed;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.place.Zones;
import io.plateflow.stats.query.ZoneReach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places captures by the function that billing uses, and by the versions that billing has: those that were sent. A version
 * is in these rows before any capture may be placed by it: it counts 10 s after its stamp, is sent within 9 s of it or
 * stamped anew, and what is known here is never older than half a second.
 */
@Component
public class ZoneVersions implements ZoneReach {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private volatile @Nullable Snapshot snapshot;

    public ZoneVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record State(long count, @Nullable Instant lastSent) {}

    /** What the rows held; none changes, so as many of them with the same last one are the same. */
    private record Snapshot(Instant takenAt, State state, List<Zone> versions) {}

    /** The zone of {@code capture}, and whether it is sure. */
    public Placed place(Capture capture) {
        return Zones.place(capture.place(), capture.accuracyMeters(), capture.receivedAt(), versions());
    }

    @Override
    public Predicate<String> into(Box box) {
        List<Zone> versions = versions();
        return zone -> Zones.reaches(zone, box, versions);
    }

    /** The zone of a photo that would be taken at {@code place} now. */
    public String zoneOf(Coordinates place) {
        return Zones.place(place, null, Instant.now(), versions()).zone();
    }

    private List<Zone> versions() {
        Snapshot known = snapshot;
        Instant now = Instant.now();
        if (known == null || !known.takenAt.plus(FRESH).isAfter(now)) {
            State state = state();
            List<Zone> versions = known != null && known.state.equals(state) ? known.versions : load();
            known = new Snapshot(now, state, versions);
            snapshot = known;
        }
        return known.versions;
    }

    private State state() {
        return jdbc.sql("""
                SELECT COUNT(*) AS n, MAX(sent_at) AS last FROM edition WHERE kind = 'zone' AND sent_at IS NOT NULL
                """)
                .query((row, n) -> new State(row.getLong("n"), instantOrNull(row, "last")))
                .single();
    }

    private List<Zone> load() {
        return jdbc.sql("SELECT body FROM edition WHERE kind = 'zone' AND sent_at IS NOT NULL")
                .query((row, n) -> Json.MAPPER.readValue(row.getString("body"), Zone.class))
                .list();
    }
}
