package io.plateflow.stats.cameras;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.plateflow.contracts.ApiKey;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.signals.Signal;
import io.plateflow.stats.signals.SignalRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All cameras: those that have a record, and those of which photos alone tell. */
@Component
public class Cameras {
    private final Editions editions;
    private final SignalRows signals;
    private final Freshness freshness;

    Cameras(Editions editions, SignalRows signals, Freshness freshness) {
        this.editions = editions;
        this.signals = signals;
        this.freshness = freshness;
    }

    /** The longest silent first, those never heard of before them, those that are revoked last. */
    public List<Standing> all() {
        Instant now = Instant.now();
        Instant known = freshness.dataAt();
        // While the rows catch up, silence is theirs and no camera's.
        Instant at = known.equals(Instant.EPOCH) || known.isAfter(now) ? now : known;
        Map<String, Edition<ApiKey>> records = new LinkedHashMap<>();
        editions.stream(Kind.CAMERA, "").forEach(record -> records.put(record.id(), record));
        Map<String, Signal> heard = new HashMap<>();
        for (Signal signal : signals.all()) {
            String camera = records.containsKey(signal.keyId()) ? signal.keyId() : signal.camera();
            if (!camera.isEmpty()) {
                heard.merge(camera, signal, Signal::later);
            }
        }
        List<Standing> all = new ArrayList<>();
        records.forEach((id, record) -> all.add(new Standing(id, record, heard.remove(id), at)));
        heard.forEach((camera, signal) -> all.add(new Standing(camera, null, signal, at)));
        all.sort(comparing(Cameras::isRevoked)
                .thenComparing(Cameras::lastReceived, nullsFirst(naturalOrder()))
                .thenComparing(Standing::camera));
        return all;
    }

    private static boolean isRevoked(Standing camera) {
        return camera.record() != null && camera.record().body().revoked();
    }

    private static @Nullable Instant lastReceived(Standing camera) {
        return camera.signal() == null ? null : camera.signal().receivedAt();
    }
}
