package io.plateflow.stats.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.StatsProperties;
import io.plateflow.stats.Story;
import io.plateflow.stats.query.Freshness;
import io.plateflow.stats.storage.Columns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What becomes of captures that no reader ends. */
@DirtiesContext
@TestPropertySource(properties = "plateflow.stats.overdue-after=PT2S")
class OverdueIT extends RunningService {
    private final Map<String, List<ConsumerRecord<String, byte[]>>> sent = new HashMap<>();
    private final KafkaConsumer<String, byte[]> captures = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrap()), new StringDeserializer(), new ByteArrayDeserializer());

    @Autowired
    LostCaptures lost;

    @Autowired
    Copies copies;

    @Autowired
    Freshness freshness;

    @Autowired
    StatsProperties properties;

    /** Two more instances, which look more often than the five seconds of the one that is here anyway. */
    private final ScheduledExecutorService instances = Executors.newScheduledThreadPool(2);

    @BeforeEach
    void startInstances() {
        for (int i = 0; i < 2; i++) {
            Republisher other =
                    new Republisher(lost, new Claims(jdbc), copies, freshness, properties, new SimpleMeterRegistry());
            ScheduledFuture<?> rounds =
                    instances.scheduleWithFixedDelay(other::republish, 0, 50, TimeUnit.MILLISECONDS);
            assertThat(rounds.isDone()).isFalse();
        }
    }

    @BeforeEach
    void follow() {
        List<TopicPartition> partitions = Stream.of(Topics.CAPTURES, Topics.CAPTURES_BULK)
                .flatMap(t -> captures.partitionsFor(t.name()).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        captures.assign(partitions);
        captures.seekToEnd(partitions);
        partitions.forEach(captures::position);
    }

    @AfterEach
    void close() {
        instances.shutdownNow();
        captures.close();
    }

    @Test
    void sendsACaptureWithoutAnEndThreeTimesAgainHoweverManyInstancesThereAre() throws Exception {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Story story = Story.of("OV10" + i + "ER", Duration.ofMinutes(5));
            stories.add(story);
            Story.send(TestKafka.bootstrap(), story.open().subList(0, 1));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> stories.stream().allMatch(s -> copies(s.captureId()) >= 4));
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> stories.stream().allMatch(s -> copies(s.captureId()) == 4));

        for (Story story : stories) {
            List<ConsumerRecord<String, byte[]>> all = all(story.captureId());
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i).value()).isEqualTo(Story.photo());
                assertThat(headers(all.get(i))).isEqualTo(headers(all.get(0)));
                assertThat(
                                i == 1
                                        ? 2000
                                        : all.get(i).timestamp()
                                                - all.get(i - 1).timestamp())
                        .isGreaterThanOrEqualTo(2000);
            }
            assertThat(json("/v1/captures/" + story.captureId()).at("/overdue").asBoolean())
                    .isTrue();
        }
        assertThat(json("/v1/system").at("/overdue").asInt()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void keepsTheFirstEndWhenTheCopyEndsToo() throws Exception {
        Story story = Story.of("FI111ST", Duration.ofMinutes(5));
        Story again =
                new Story(story.captureId(), story.stayId(), story.chargeId(), new Plate("OT222ER"), story.seenAt());
        Story.send(TestKafka.bootstrap(), story.open().subList(0, 1));
        await().atMost(Duration.ofSeconds(60)).until(() -> copies(story.captureId()) == 2);

        Story.send(TestKafka.bootstrap(), story.open().subList(1, 2));
        Story.send(TestKafka.bootstrap(), again.open().subList(1, 2));
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        Story next = Story.of("NE333XT", Duration.ofMinutes(5));
        Story.send(TestKafka.bootstrap(), next.open());
        awaitJson("/v1/captures/" + next.captureId(), "/status", "READ");

        JsonNode capture = json("/v1/captures/" + story.captureId());
        assertThat(capture.at("/plate/effective").asString()).isEqualTo("FI111ST");
        assertThat(capture.at("/overdue").asBoolean()).isFalse();
        assertThat(jdbc.sql("SELECT value FROM total WHERE measure = 'captures' AND day = '1000-01-01'")
                        .query(Long.class)
                        .single())
                .isEqualTo(jdbc.sql("SELECT COUNT(*) FROM patente")
                        .query(Long.class)
                        .single());
    }

    @Test
    void waitsForReadersThatWorkThroughABacklog() throws Exception {
        // What other classes leave in the rows may have ended in the future: it must not pass for what readers do now.
        jdbc.sql("UPDATE capture SET ended_at = '2000-01-01' WHERE ended_at > UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE")
                .update();
        Story reading = Story.of("RE111AD", Duration.ofMinutes(6));
        Story.send(TestKafka.bootstrap(), reading.open().subList(0, 2));
        awaitJson("/v1/captures/" + reading.captureId(), "/status", "READ");
        ended(reading, "UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
        Story waiting = Story.of("WA111IT", Duration.ofMinutes(5));
        Story passed = Story.of("PA111SS", Duration.ofMinutes(7));
        Story.send(TestKafka.bootstrap(), waiting.open().subList(0, 1));
        Story.send(TestKafka.bootstrap(), passed.open().subList(0, 1));

        await().atMost(Duration.ofSeconds(60)).until(() -> copies(passed.captureId()) == 4);
        assertThat(copies(waiting.captureId())).isEqualTo(1);
        ended(reading, "received_at");
    }

    @Test
    void sendsABulkCaptureToItsOwnTopicWithAllThatIsKnownOfIt() throws Exception {
        Instant at = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.MICROS);
        Capture capture = new Capture(
                UUID.randomUUID(),
                at,
                at.plusNanos(1_234_000),
                new Coordinates(-34.603731, -58.381571),
                Capture.PlaceSource.URL,
                Capture.TimeSource.EXIF_LOCAL,
                new Capture.Image("image/png", 1, 2, 5, "0f".repeat(32)),
                "warden",
                "https://www.openstreetmap.org/?mlat=-34.603731&mlon=-58.381571",
                12.5,
                "esquina ñandú",
                Direction.EXIT,
                "phone",
                "AB 123 CD",
                Capture.Priority.BULK,
                Set.of(CaptureFlag.TIME_ZONE_ASSUMED, CaptureFlag.KEY_REUSED),
                1);
        ProducerRecord<String, byte[]> original =
                new ProducerRecord<>(Topics.CAPTURES_BULK.name(), capture.id().toString(), Story.photo());
        CaptureHeaders.write(capture, "/plateflow/ingest", original.headers());
        Story.send(TestKafka.bootstrap(), List.of(original));

        await().atMost(Duration.ofSeconds(60)).until(() -> copies(capture.id()) == 2);
        List<ConsumerRecord<String, byte[]>> both = all(capture.id());
        assertThat(both).extracting(ConsumerRecord::topic).containsOnly(Topics.CAPTURES_BULK.name());
        assertThat(headers(both.get(1))).isEqualTo(headers(both.get(0)));
    }

    private void ended(Story story, String at) {
        jdbc.sql("UPDATE capture SET ended_at = " + at + " WHERE id = ?")
                .param(Columns.bytes(story.captureId()))
                .update();
    }

    /** How often a capture is on its topic, the original included. */
    private int copies(UUID capture) {
        captures.poll(Duration.ofMillis(100))
                .forEach(r ->
                        sent.computeIfAbsent(r.key(), k -> new ArrayList<>()).add(r));
        return all(capture).size();
    }

    private List<ConsumerRecord<String, byte[]>> all(UUID capture) {
        return sent.getOrDefault(capture.toString(), List.of());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> copy) {
        Map<String, String> headers = new TreeMap<>();
        copy.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
