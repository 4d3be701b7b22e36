package io.plateflow.ocr;

import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Groups;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topic;
import io.plateflow.embedded.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the workers wrote, in the order of each partition, and what they have left to do. */
final class Log implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Topic topic;

    Log(Topic topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrap(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.name(), p))
                .toList());
    }

    /** All records of {@code captures} once each has one. */
    List<ConsumerRecord<String, byte[]>> of(Collection<UUID> captures) {
        List<String> keys = captures.stream().map(UUID::toString).toList();
        await("records of " + captures + " in " + topic.name())
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    consumer.poll(Duration.ofMillis(50)).forEach(records::add);
                    return records.stream().map(ConsumerRecord::key).toList().containsAll(keys);
                });
        return records.stream().filter(r -> keys.contains(r.key())).toList();
    }

    static Reading reading(ConsumerRecord<String, byte[]> record) {
        return Json.MAPPER.readValue(record.value(), Reading.class);
    }

    /** Returns once no capture waits and none is in a worker's hands. */
    static void awaitAllAcknowledged() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            Map<String, ListShareGroupOffsetsSpec> groups = new HashMap<>();
            groups.put(Groups.OCR, new ListShareGroupOffsetsSpec());
            await("an acknowledgement of each capture")
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            admin
                                    .listShareGroupOffsets(groups)
                                    .partitionsToOffsetInfo(Groups.OCR)
                                    .get()
                                    .values()
                                    .stream()
                                    .filter(Objects::nonNull) // nothing was ever taken from that partition
                                    .allMatch(info -> info.lag().orElse(1L) == 0));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
