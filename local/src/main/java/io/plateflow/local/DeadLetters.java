package io.plateflow.local;

import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was set aside with its cause, counted on the broker. */
final class DeadLetters {
    private final String kafka;
    private final Duration limit;

    /** @param limit of each answer of the broker */
    DeadLetters(String kafka, Duration limit) {
        this.kafka = kafka;
        this.limit = limit;
    }

    /**
     * Captures that were rejected and events that billing could not use, by stage: captures, billing.
     *
     * @throws KafkaException when the broker does not answer
     */
    Map<String, Long> byStage() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("default.api.timeout.ms", Math.toIntExact(limit.toMillis()));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<String, Long> letters = new TreeMap<>();
            letters.put("captures", offsets(consumer, Topics.CAPTURES_DLQ));
            letters.put("billing", records(consumer, Topics.BILLING_DLQ));
            return letters;
        }
    }

    /** Every offset is a record where nobody writes in transactions; the photos themselves stay where they are. */
    private static long offsets(KafkaConsumer<?, ?> consumer, Topic topic) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions(topic));
        return consumer.endOffsets(partitions(topic)).entrySet().stream()
                .mapToLong(end -> end.getValue() - first.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Read one by one: marks of transactions lie between them. */
    private long records(KafkaConsumer<?, ?> consumer, Topic topic) {
        consumer.assign(partitions(topic));
        consumer.seekToBeginning(partitions(topic));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(topic));
        long since = System.nanoTime();
        long records = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            records += consumer.poll(Duration.ofMillis(200)).count();
            if (System.nanoTime() - since > limit.toNanos()) {
                throw new TimeoutException(topic.name() + " could not be read in time");
            }
        }
        return records;
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.name(), p))
                .toList();
    }
}
