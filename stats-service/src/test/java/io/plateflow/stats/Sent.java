package io.plateflow.stats;

import io.plateflow.contracts.Topic;
import io.plateflow.embedded.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What is on a topic. */
public final class Sent {
    private Sent() {}

    /** All that is on {@code topic} now and that {@code read} understands. */
    public static <T> Callable<List<T>> to(Topic topic, Deserializer<? super T> read, Class<T> type) {
        return () -> {
            List<T> sent = new ArrayList<>();
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", TestKafka.bootstrap()),
                    new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
                consumer.assign(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                consumer.seekToBeginning(partitions);
                while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                    consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                        Object value = understood(read, event);
                        if (type.isInstance(value)) {
                            sent.add(type.cast(value));
                        }
                    });
                }
            }
            return sent;
        };
    }

    private static @Nullable Object understood(Deserializer<?> read, ConsumerRecord<String, byte[]> event) {
        try {
            return read.deserialize(event.topic(), event.value());
        } catch (SerializationException poison) {
            return null;
        }
    }
}
