package io.plateflow.local;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;

/**
 * All that the topic of readings says now.
 *
 * @param first the end in force of each capture, by its id: the first in its partition
 * @param later ends of captures that had one
 */
record Ends(Map<String, String> first, int later) {
    Ends {
        first = Map.copyOf(first);
    }

    static Ends of(String kafka) {
        List<TopicPartition> partitions = IntStream.range(0, Topics.READINGS.partitions())
                .mapToObj(p -> new TopicPartition(Topics.READINGS.name(), p))
                .toList();
        Map<String, String> first = new HashMap<>();
        int later = 0;
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> until = consumer.endOffsets(partitions);
            while (until.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> reading : consumer.poll(Duration.ofSeconds(1))) {
                    JsonNode end = Json.MAPPER.readTree(reading.value());
                    String before = first.putIfAbsent(
                            end.required("captureId").asString(),
                            end.required("type").asString());
                    later += before == null ? 0 : 1;
                }
            }
        }
        return new Ends(first, later);
    }

    Set<String> captures() {
        return first.keySet();
    }
}
