package io.plateflow.stats.materialise;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A batch of one partition, read.
 *
 * @param next offset after its last record
 * @param events in their order
 * @param poison records that nobody can read
 */
record Decoded<T>(long next, List<T> events, List<Poison> poison) {

    /** A record that nobody can read, and why. */
    record Poison(ConsumerRecord<String, byte[]> event, Exception cause) {}

    static <T> Decoded<T> of(List<ConsumerRecord<String, byte[]>> records, Sink<T> sink) {
        List<T> events = new ArrayList<>();
        List<Poison> poison = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : records) {
            try {
                T decoded = sink.decode(event);
                if (decoded != null) {
                    events.add(decoded);
                }
            } catch (RuntimeException e) {
                poison.add(new Poison(event, e));
            }
        }
        return new Decoded<>(records.get(records.size() - 1).offset() + 1, events, poison);
    }

    static <T> Decoded<T> refused(ConsumerRecord<String, byte[]> event, Exception cause) {
        return new Decoded<>(event.offset() + 1, List.of(), List.of(new Poison(event, cause)));
    }
}
