package io.plateflow.billing;

import io.plateflow.domain.stay.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keys of the ledger's stores: fields joined by bars, which none of them contains. */
final class Keys {
    private static final StringSerializer PREFIX = new StringSerializer();

    private Keys() {}

    static String of(Object first, Object... fields) {
        StringBuilder key = new StringBuilder().append(first);
        for (Object field : fields) {
            key.append('|').append(field);
        }
        return key.toString();
    }

    static String sighting(Sighting s) {
        return of(s.zone(), s.plate().fold(), s.plate(), time(s.capturedAt()), s.captureId());
    }

    static String deadline(Instant deadline, String zone, UUID stayId) {
        return of(time(deadline), zone, stayId);
    }

    /** Versions at a fixed width, so that text sorts as they do. */
    static String version(Object id, int version) {
        return of(id, padded(version, 10));
    }

    /** Seconds and nanoseconds of the epoch at a fixed width, so that text sorts as time does. */
    static String time(Instant time) {
        return padded(time.getEpochSecond(), 11) + padded(time.getNano(), 9);
    }

    /** By hand: a format is parsed each time, and every event makes several keys. */
    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    static String field(String key, int n) {
        return key.split("\\|", -1)[n];
    }

    /** Greater than all keys that begin with {@code prefix} and a bar, and less than all others that are greater. */
    static String past(String prefix) {
        return prefix + '}';
    }

    /** All entries whose key begins with {@code prefix} and a bar, in order. */
    static <V> List<KeyValue<String, V>> under(KeyValueStore<String, V> store, String prefix) {
        try (KeyValueIterator<String, V> range = store.prefixScan(prefix + '|', PREFIX)) {
            List<KeyValue<String, V>> found = new ArrayList<>();
            range.forEachRemaining(found::add);
            return found;
        }
    }

    /** The first {@code most} entries from {@code from} to {@code to}, both inclusive; null: the first, the last. */
    static <V> List<KeyValue<String, V>> piece(
            KeyValueStore<String, V> store, @Nullable String from, @Nullable String to, int most) {
        try (KeyValueIterator<String, V> range = store.range(from, to)) {
            List<KeyValue<String, V>> found = new ArrayList<>();
            while (range.hasNext() && found.size() < most) {
                found.add(range.next());
            }
            return found;
        }
    }
}
