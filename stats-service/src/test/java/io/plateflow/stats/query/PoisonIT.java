package io.plateflow.stats.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** JSON that is sound but lacks a part is set aside, and what comes after it on its partition is written. */
class PoisonIT extends RunningService {
    private static final int PARTITION = 0;
    private final List<byte[]> sent = new ArrayList<>();

    @Test
    void setsAsideAnEventThatLacksAPartAndGoesOn() throws Exception {
        send(
                Topics.READINGS,
                "{\"type\":\"plate.read\",\"captureId\":\"%s\",\"attempt\":1,\"needsReview\":false,"
                        + "\"formatUnknown\":false,\"at\":\"2026-03-02T12:00:00Z\"}");
        send(Topics.STAYS, "{\"id\":\"%s\",\"version\":1,\"zone\":\"auto:69y7p\",\"rulesVersion\":1}");
        send(Topics.CHARGES, "{\"type\":\"charge.issued\",\"id\":\"%s\",\"stayId\":\"%1$s\",\"revision\":1}");
        send(Topics.CHARGES, "no JSON %s");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(setAside())
                        .containsEntry(Topics.READINGS.name(), 1)
                        .containsEntry(Topics.STAYS.name(), 1)
                        .containsEntry(Topics.CHARGES.name(), 2));

        Story story = Story.of("PP123PP", Duration.ofMinutes(5));
        Story.send(TestKafka.bootstrap(), story.open());
        awaitJson("/v1/captures/" + story.captureId(), "/stayState", "OPEN");
        for (Topic topic : List.of(Topics.READINGS, Topics.STAYS, Topics.CHARGES)) {
            assertThat(next(topic)).as(topic.name()).isPositive();
        }
    }

    private Map<String, Integer> setAside() {
        Map<String, Integer> records = new HashMap<>();
        jdbc.sql("SELECT topic, COUNT(*) AS n FROM poison_record WHERE id IN (:sent) GROUP BY topic")
                .param("sent", sent)
                .query((row, n) -> records.put(row.getString("topic"), row.getInt("n")))
                .list();
        return records;
    }

    private long next(Topic topic) {
        return jdbc.sql("SELECT next FROM consumer_offset WHERE topic = ? AND part = ?")
                .params(topic.name(), PARTITION)
                .query(Long.class)
                .single();
    }

    private void send(Topic topic, String json) throws Exception {
        String id = UUID.randomUUID().toString();
        sent.add(id.getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] value = json.formatted(id).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic.name(), PARTITION, id, value))
                    .get();
        }
    }
}
