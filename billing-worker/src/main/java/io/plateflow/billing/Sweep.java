package io.plateflow.billing;

import io.plateflow.domain.stay.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Walks the ledger in the background, a few entries at a time: flags stays that have become stale, and drops what is
 * past retention. A stay goes whole, with all its sightings, so that no recount ever meets half of one; no charge changes.
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
            stores.removeWithSightings(posted);
            sinks.tombstone(posted.stay().id(), now);
        } else {
            posted.staleAt(now).ifPresent(stale -> {
                stores.put(stale);
                sinks.send(new Changes(List.of(stale), List.of(stale.stay()), List.of()), new RecordHeaders(), now);
            });
        }
    }

    /** Captures that are in no stay: unbilled ends, checkouts whose capture never came, exits that closed nothing. */
    private void capture(String key, Known known, Instant oldest) {
        Sighting sighting = known.sighting();
        if (sighting == null) {
            if (known.notedAt().isBefore(oldest)) {
                stores.captures().delete(key);
            }
        } else if (sighting.capturedAt().isBefore(oldest) && !stores.isInStay(sighting)) {
            stores.captures().delete(key);
            stores.remove(sighting);
        }
    }

    /** Visits a piece from {@code start} on; returns where the next one starts, null at the end. */
    private static <V> @Nullable String walk(
            KeyValueStore<String, V> store, @Nullable String start, BiConsumer<String, V> visit) {
        try (KeyValueIterator<String, V> range = store.range(start, null)) {
            for (int i = 0; i < ENTRIES && range.hasNext(); i++) {
                KeyValue<String, V> entry = range.next();
                visit.accept(entry.key, entry.value);
            }
            return range.hasNext() ? range.peekNextKey() : null;
        }
    }
}
