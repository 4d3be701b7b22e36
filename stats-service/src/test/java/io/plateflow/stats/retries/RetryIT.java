package io.plateflow.stats.retries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.plate.Plate;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** "Reintentar": a rejected photo is read again, and how that ends overrides the rejection. */
class RetryIT extends RunningService {

    @Test
    void readsARejectedPhotoAgainUnderItsIdHoweverOftenItIsAskedFor() throws Exception {
        Story story = rejected("RE100TR");
        List<ConsumerRecord<String, byte[]>> copies = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> captures = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = captures.partitionsFor(Topics.CAPTURES.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            captures.assign(partitions);
            captures.seekToEnd(partitions);
            partitions.forEach(captures::position);
            assertThat(retry(story.captureId(), "operator").at("/attempt").asInt())
                    .isEqualTo(2);
            assertThat(retry(story.captureId(), "operator").at("/attempt").asInt())
                    .isEqualTo(2);
            await().until(() -> {
                captures.poll(Duration.ofMillis(100)).forEach(copy -> {
                    if (copy.key().equals(story.captureId().toString())) {
                        copies.add(copy);
                    }
                });
                return copies.size() == 2;
            });
        }
        assertThat(copies).allSatisfy(copy -> {
            assertThat(copy.value()).isEqualTo(Story.photo());
            assertThat(CaptureHeaders.read(copy.headers()))
                    .isEqualTo(capture(story).as(2));
        });
        JsonNode underWay = awaitJson(path(story), "/retrying", "true");
        assertThat(underWay.at("/status").asString()).isEqualTo("REJECTED");
        assertThat(underWay.at("/attempt").asInt()).isEqualTo(2);

        Story other =
                new Story(story.captureId(), story.stayId(), story.chargeId(), new Plate("OT200ER"), story.seenAt());
        Story.send(TestKafka.bootstrap(), List.of(secondAttempt(story), secondAttempt(other)));
        awaitAllInRows();

        JsonNode read = json(path(story));
        assertThat(read.at("/status").asString()).isEqualTo("READ");
        assertThat(read.at("/plate/effective").asString()).isEqualTo("RE100TR");
        assertThat(read.at("/retrying").asBoolean()).isFalse();
        assertThat(read.has("reason")).isFalse();
        assertThat(json("/v1/captures?plate=RE100TR").at("/items")).hasSize(1);
        assertThat(json("/v1/captures?plate=OT200ER").at("/items")).isEmpty();
        assertThat(refusal(asked(story.captureId(), "operator"))).isEqualTo("409 not_rejected");
    }

    @Test
    void putsOnRecordOnceWhoHadAnAttemptMade() throws Exception {
        Story story = rejected("RE200TR");
        retry(story.captureId(), "operator");
        retry(story.captureId(), "operator");
        retry(story.captureId(), "admin");

        assertThat(jdbc.sql("""
                        SELECT CONCAT(who, ' ', detail, ' ', done) FROM audit
                        WHERE action = 'PHOTO_RETRIED' AND subject = ? ORDER BY who
                        """)
                        .param(story.captureId().toString())
                        .query(String.class)
                        .list())
                .containsExactly("admin attempt 2 1", "operator attempt 2 1");
    }

    @Test
    void letsAnotherAttemptFollowOneThatWasRejectedToo() throws Exception {
        Story story = rejected("RE300TR");
        retry(story.captureId(), "admin");
        Story.send(TestKafka.bootstrap(), List.of(rejection(story.captureId(), 2, capture(story))));
        awaitAllInRows();

        assertThat(json(path(story)).at("/retrying").asBoolean()).isFalse();
        assertThat(retry(story.captureId(), "admin").at("/attempt").asInt()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeReadAgainAndWhoMayNotAsk() throws Exception {
        Story gone = rejected("RE400TR");
        jdbc.sql("UPDATE capture SET kept = 'ROW', photo_gone_at = UTC_TIMESTAMP(6) WHERE id = ?")
                .param(Columns.bytes(gone.captureId()))
                .update();
        UUID unknown = UUID.randomUUID();
        Story.send(TestKafka.bootstrap(), List.of(rejection(unknown, 1, null)));
        awaitAllInRows();

        assertThat(refusal(asked(gone.captureId(), "operator"))).isEqualTo("410 photo_deleted");
        assertThat(refusal(asked(unknown, "operator"))).isEqualTo("409 facts_missing");
        assertThat(refusal(asked(UUID.randomUUID(), "operator"))).isEqualTo("404 not_found");
        assertThat(refusal(asked(gone.captureId(), "analyst"))).isEqualTo("403 role_missing");
    }

    private Story rejected(String plate) throws Exception {
        Story story = Story.of(plate, Duration.ofMinutes(9));
        Story.send(
                TestKafka.bootstrap(), List.of(story.open().get(0), rejection(story.captureId(), 1, capture(story))));
        awaitAllInRows();
        assertThat(json(path(story)).at("/status").asString()).isEqualTo("REJECTED");
        return story;
    }

    private static ProducerRecord<String, byte[]> rejection(UUID id, int attempt, @Nullable Capture capture) {
        Reading end = new PlateRejected(
                id,
                attempt,
                Instant.now(),
                capture,
                capture == null ? "malformed-headers" : "malformed-image",
                "it is no image");
        return new ProducerRecord<>(
                Topics.READINGS.name(),
                id.toString(),
                Json.MAPPER.writerFor(Reading.class).writeValueAsBytes(end));
    }

    private static ProducerRecord<String, byte[]> secondAttempt(Story story) {
        ProducerRecord<String, byte[]> first = story.open().get(1);
        ObjectNode reading = (ObjectNode) Json.MAPPER.readTree(first.value());
        return new ProducerRecord<>(
                first.topic(), first.key(), Json.MAPPER.writeValueAsBytes(reading.put("attempt", 2)));
    }

    private static Capture capture(Story story) {
        return CaptureHeaders.read(story.open().get(0).headers());
    }

    private static String path(Story story) {
        return "/v1/captures/" + story.captureId();
    }

    private JsonNode retry(UUID capture, String user) throws Exception {
        HttpResponse<byte[]> answer = asked(capture, user);
        assertThat(answer.statusCode()).isEqualTo(202);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<byte[]> asked(UUID capture, String user) throws Exception {
        return send("POST", "/v1/captures/" + capture + "/retry", user, "", "{}");
    }
}
