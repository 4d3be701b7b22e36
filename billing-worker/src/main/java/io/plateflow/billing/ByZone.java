package io.plateflow.billing;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Who is told of an entry: the partition that its zone hashes to, or, of a version, every one. */
final class ByZone implements StreamPartitioner<String, Entry> {
    /** Fixed for life: zones are placed by it, and their ledgers lie where they were placed. */
    static final int PARTITIONS = 6;

    static String key(String id, Entry entry) {
        return entry instanceof Entry.OfCapture one ? one.zone() : id;
    }

    /** Empty: by the hash of the key. */
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Entry entry, int partitions) {
        return entry instanceof Entry.OfAllZones
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }
}
