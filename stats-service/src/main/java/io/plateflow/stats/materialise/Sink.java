package io.plateflow.stats.materialise;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Where the events of one kind of topic go. */
interface Sink<T> {

    /**
     * The event in a record; null when it says nothing.
     *
     * @throws RuntimeException when nobody can read it: it is poison
     */
    @Nullable
    T decode(ConsumerRecord<String, byte[]> event);

    /** What must be kept before the rows are, outside their transaction; repeats change nothing. */
    default void prepare(List<T> events) {}

    /** Writes, in the transaction that is open, what of {@code events}, in their order, is new. */
    void write(List<T> events);
}
