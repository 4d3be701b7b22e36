package io.plateflow.ingest;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on a topic of captures now. */
public final class Captures {
    private Captures() {}

    static List<ConsumerRecord<String, byte[]>> of(String kafka, Topic topic, UUID id) {
        return all(kafka, topic).getOrDefault(id.toString(), List.of());
    }

    static Capture only(String kafka, Topic topic, UUID id) {
        List<ConsumerRecord<String, byte[]>> found = of(kafka, topic, id);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records of one capture");
        }
        return CaptureHeaders.read(found.get(0).headers());
    }

    public static Map<String, List<ConsumerRecord<String, byte[]>>> all(String kafka, Topic topic) {
        Map<String, List<ConsumerRecord<String, byte[]>>> byKey = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> byKey.merge(r.key(), List.of(r), Captures::concat));
            }
        }
        return byKey;
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return java.util.stream.Stream.of(first, second).flatMap(List::stream).toList();
    }
}
