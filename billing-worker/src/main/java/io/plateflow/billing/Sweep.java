package io.plateflow.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Walks the ledger in the background, a few entries at a time, and drops what is past retention. A stay goes whole, with
 * all its sightings, links and its deadline, so that no recount ever meets half of one; no charge changes.
 */
final class Sweep {
    /** How often a piece is walked: at {@link #ENTRIES} a piece, a million entries take about three hours. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final int ENTRIES = 1000;

    private final LedgerStores stores;
    private final Sinks sinks;
    private final Duration retention;
    private @Nullable String nextStay;
    private @Nullable String nextCapture;

    Sweep(LedgerStores stores, Sinks sinks, Duration retention) {
        this.stores = stores;
        this.sinks = sinks;
        this.retention = retention;
    }

    void run(Instant now) {
        Instant oldest = now.minus(retention);
        nextStay = walk(stores.stays(), nextStay, (key, posted) -> stay(posted, oldest, now));
        nextCapture = walk(stores.captures(), nextCapture, (key, known) -> capture(key, known, oldest));
    }

    private void stay(Posted posted, Instant oldest, Instant now) {
        if (posted.lastEvent().isBefore(oldest)) {
            stores.forget(posted);
            sinks.tombstone(posted.stay().id(), now);
        }
    }

    /** Captures that are in no stay: unbilled ends, decisions whose capture never came, exits that closed nothing. */
    private void capture(String key, Known known, Instant oldest) {
        boolean kept = known.billed()
                .map(s -> !s.capturedAt().isBefore(oldest) || stores.isInStay(s))
                .orElse(!known.notedAt().isBefore(oldest));
        if (!kept) {
            known.sighted().forEach(stores::remove);
            stores.captures().delete(key);
        }
    }

    /** Visits a piece from {@code start} on; returns where the next one starts, null at the end. */
    private static <V> @Nullable String walk(
            KeyValueStore<String, V> store, @Nullable String start, BiConsumer<String, V> visit) {
        List<KeyValue<String, V>> piece = Keys.piece(store, start, null, ENTRIES + 1);
        piece.stream().limit(ENTRIES).forEach(entry -> visit.accept(entry.key, entry.value));
        return piece.size() > ENTRIES ? piece.get(ENTRIES).key : null;
    }
}
