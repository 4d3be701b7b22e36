package io.plateflow.stats.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Groups;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the page Sistema is told. */
class StagesIT extends RunningService {
    @Autowired
    Minutes minutes;

    @Test
    void tellsOfEachStageAndOfWhatItStandsOn() throws Exception {
        JsonNode answer = json("/v1/system/stages");

        assertThat(answer.at("/intake/perMinute")).hasSize(60);
        assertThat(answer.at("/reading/perMinute")).hasSize(60);
        assertThat(answer.at("/billing/perMinute")).hasSize(60);
        assertThat(answer.at("/reading/waiting").isNumber()).isTrue();
        assertThat(answer.at("/billing/waiting").isNumber()).isTrue();
        assertThat(answer.at("/data/waiting").isNumber()).isTrue();
        assertThat(answer.at("/data/processes").asInt()).isPositive();
        assertThat(answer.at("/broker/reachable").asBoolean()).isTrue();
        assertThat(answer.at("/broker/brokers").asInt()).isEqualTo(1);
        assertThat(answer.at("/database/bytes").asLong()).isPositive();
        assertThat(answer.at("/disk/freeBytes").asLong())
                .isPositive()
                .isLessThanOrEqualTo(answer.at("/disk/totalBytes").asLong());
    }

    @Test
    void saysThatNobodyReadsUntilSomebodyDoes() throws Exception {
        assertThat(kinds(json("/v1/system/stages"))).contains("READING_STOPPED", "BILLING_STOPPED");

        try (KafkaShareConsumer<String, String> reader = new KafkaShareConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrap(), "group.id", Groups.OCR),
                new StringDeserializer(),
                new StringDeserializer())) {
            // A topic of its own: photos of other tests stay where they are.
            reader.subscribe(List.of("plateflow.nothing"));
            JsonNode answer = await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                reader.poll(Duration.ofMillis(200));
                                return json("/v1/system/stages");
                            },
                            said -> said.at("/reading/processes").asInt() == 1);
            assertThat(kinds(answer)).doesNotContain("READING_STOPPED");
        }
    }

    @Test
    void countsPhotosReadingsAndChargesByTheirMinute() throws Exception {
        Story story = Story.of("SY100ST", Duration.ofDays(43).plusMinutes(7));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plusSeconds(600)));
        awaitAllInRows();

        Instant later = story.seenAt().plusSeconds(1_800);
        assertThat(sum(minutes.received(later))).isEqualTo(1);
        assertThat(sum(minutes.ended(later))).isEqualTo(1);
        assertThat(sum(minutes.charged(later))).isEqualTo(1);
        assertThat(minutes.charged(later).indexOf(1L) - minutes.received(later).indexOf(1L))
                .isBetween(9, 10);
        assertThat(sum(minutes.received(story.seenAt().minusSeconds(60)))).isZero();
    }

    @Test
    void countsTheRecordsThatWentIntoTheRowsFromLookToLook() throws Exception {
        Written own = new Written(jdbc);
        own.note();
        Story.send(
                TestKafka.bootstrap(), Story.of("SY200ST", Duration.ofDays(43)).open());
        awaitAllInRows();
        own.note();

        assertThat(own.perMinute())
                .hasSize(1)
                .first()
                .satisfies(n -> assertThat(n).isGreaterThanOrEqualTo(3));
    }

    @Test
    void knowsThatTheBrokerIsAwayBeforeAnybodyLosesPatience() throws Exception {
        long before = System.nanoTime();
        try (Admin nobody = SystemConfig.impatient(Map.of("bootstrap.servers", "localhost:1"))) {
            assertThat(new BrokerQuestions(nobody).ask()).isEqualTo(BrokerAnswer.AWAY);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    private static List<String> kinds(JsonNode answer) {
        return answer.path("faults")
                .valueStream()
                .map(f -> f.path("kind").asString())
                .toList();
    }

    private static long sum(List<Long> perMinute) {
        return perMinute.stream().mapToLong(Long::longValue).sum();
    }
}
