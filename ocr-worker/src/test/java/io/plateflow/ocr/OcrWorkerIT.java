package io.plateflow.ocr;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.CloudEvents;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.image.OddPhotos;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every capture ends once, whatever happens to it and to its worker. */
class OcrWorkerIT {
    private static final byte[] PHOTO = Captures.photoOf("AC274KM");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static TextFinder finder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PpOcrRecogniser real;

    private final Captures captures = new Captures();
    private final Log readings = new Log(Topics.READINGS);

    @BeforeAll
    static void load() throws Exception {
        Natives.load(TestWorker.PROPERTIES.cache());
        finder = new TextFinder();
        real = new PpOcrRecogniser();
        new KafkaConfig().shareGroups(TestWorker.PROPERTIES).afterPropertiesSet();
    }

    @AfterAll
    static void unload() {
        finder.close();
        real.close();
    }

    @AfterEach
    void close() {
        captures.close();
        readings.close();
    }

    @Test
    void aPhotoEndsAsThePlateInIt() throws Exception {
        try (TestWorker worker = TestWorker.start(finder, real)) {
            UUID id = captures.live(PHOTO);
            assertThat(end(id)).asInstanceOf(type(PlateRead.class)).satisfies(read -> {
                assertThat(read.plate().text().text()).isEqualTo("AC274KM");
                assertThat(read.capture().id()).isEqualTo(id);
                assertThat(read.engine()).isEqualTo(real.engine());
            });
            Log.awaitAllAcknowledged();
            assertThat(worker.exits()).isZero();
        }
    }

    @Test
    void aPersonDecidesBetweenTheReadingAndAnotherDeclaredPlate() throws Exception {
        try (TestWorker worker = TestWorker.start(finder, real)) {
            UUID same = captures.declared(PHOTO, "AC274KM");
            UUID other = captures.declared(PHOTO, "AC274KN");
            assertThat(end(same)).asInstanceOf(type(PlateRead.class)).satisfies(read -> {
                assertThat(read.needsReview()).isFalse();
                assertThat(read.rated()).isTrue();
            });
            assertThat(end(other)).asInstanceOf(type(PlateRead.class)).satisfies(read -> {
                assertThat(read.plate().text().text()).isEqualTo("AC274KM");
                assertThat(read.capture().declaredPlate()).isEqualTo("AC274KN");
                assertThat(read.needsReview()).isTrue();
                assertThat(read.rated()).isFalse();
            });
            Log.awaitAllAcknowledged();
            assertThat(worker.exits()).isZero();
        }
    }

    @Test
    void whatIsNoImageLiesInTheDeadLettersBeforeItIsRejected() throws Exception {
        byte[] letter = "no photo of a car".getBytes(US_ASCII);
        try (TestWorker worker = TestWorker.start(finder, real)) {
            UUID id = captures.live(letter);
            ConsumerRecord<String, byte[]> end = readings.of(List.of(id)).get(0);
            assertThat(rejected(Log.reading(end))).isEqualTo("malformed-image");
            ConsumerRecord<String, byte[]> dead = deadLetter(id);
            assertThat(dead.value()).isEqualTo(letter);
            assertThat(CloudEvents.get(dead.headers(), "x-error-cause")).contains("malformed-image");
            assertThat(CloudEvents.get(dead.headers(), "ce_id")).contains(id.toString());
            assertThat(dead.timestamp()).isLessThanOrEqualTo(end.timestamp());
            Log.awaitAllAcknowledged();
            assertThat(worker.exits()).isZero();
        }
    }

    @Test
    void oddPhotosEndOnceEachAndHoldUpNoSoundOne() throws Exception {
        try (TestWorker worker = TestWorker.start(finder, real)) {
            List<UUID> odd = new ArrayList<>();
            for (byte[] photo : OddPhotos.all().values()) {
                odd.add(captures.live(photo));
            }
            UUID sound = captures.live(PHOTO);
            assertThat(end(sound)).isInstanceOf(PlateRead.class);
            assertThat(odd).allSatisfy(id -> assertThat(end(id)).isNotInstanceOf(PlateRead.class));
            Log.awaitAllAcknowledged();
            assertThat(worker.exits()).isZero();
        }
    }

    @Test
    void aRecordThatSaysNothingOfItselfIsRejectedToo() throws Exception {
        try (TestWorker worker = TestWorker.start(finder, real)) {
            UUID id = captures.withoutHeaders(PHOTO);
            assertThat(rejected(end(id))).isEqualTo("malformed-headers");
            assertThat(deadLetter(id).value()).isEqualTo(PHOTO);
            Log.awaitAllAcknowledged();
            assertThat(worker.exits()).isZero();
        }
    }

    @Test
    void whatASickWorkerGivesBackAHealthyOneReads() throws Exception {
        UUID id = captures.live(PHOTO);
        try (TestWorker sick = TestWorker.start(finder, TestEngine.failing(real))) {
            await().until(() -> sick.exits() == 1);
        }
        try (TestWorker healthy = TestWorker.start(finder, TestEngine.healthy("healthy", real))) {
            assertThat(end(id))
                    .asInstanceOf(type(PlateRead.class))
                    .satisfies(read -> assertThat(read.engine()).isEqualTo("healthy"));
            Log.awaitAllAcknowledged();
            assertThat(healthy.exits()).isZero();
        }
    }

    @Test
    void whatTwoWorkersDiedOfIsNotReadAThirdTime() throws Exception {
        try (TestWorker worker = TestWorker.startAgainAndAgain(finder, TestEngine.failing(real))) {
            UUID id = captures.live(PHOTO);
            assertThat(rejected(end(id))).isEqualTo("worker-died");
            assertThat(deadLetter(id).value()).isEqualTo(PHOTO);
            Log.awaitAllAcknowledged();
            assertThat(worker.exits()).isEqualTo(2);
        }
    }

    @Test
    void aReadingThatHangsIsRejectedAndTheProcessAskedToExit() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (TestWorker worker =
                TestWorker.startImpatient(finder, TestEngine.stuck(real, new CountDownLatch(1), released))) {
            UUID id = captures.live(PHOTO);
            assertThat(rejected(end(id))).isEqualTo("timed-out");
            await().until(() -> worker.exits() == 1);
            Log.awaitAllAcknowledged();
        } finally {
            released.countDown();
        }
    }

    @Test
    void livePhotosAreReadBeforeBulkOnes() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (TestWorker worker = TestWorker.start(finder, TestEngine.stuck(real, entered, released))) {
            captures.live(PHOTO);
            entered.await();
            UUID bulk = captures.bulk(PHOTO);
            List<UUID> live = captures.live(PHOTO, 4);
            released.countDown();
            Instant bulkRead = end(bulk).at();
            assertThat(live).allSatisfy(id -> assertThat(end(id).at()).isBefore(bulkRead));
            assertThat(worker.exits()).isZero();
        }
    }

    @Test
    void twoWorkersShareThePhotosAndEndEachOnce() throws Exception {
        try (TestWorker one = TestWorker.start(finder, TestEngine.healthy("one", real));
                TestWorker other = TestWorker.start(finder, TestEngine.healthy("other", real))) {
            List<UUID> sent = new ArrayList<>();
            Set<String> readers = new HashSet<>();
            await("a photo read by each").atMost(Duration.ofSeconds(20)).until(() -> {
                List<UUID> few = captures.live(PHOTO, 6); // one for each partition, more or less
                few.forEach(id -> readers.add(engine(end(id))));
                sent.addAll(few);
                return readers.equals(Set.of("one", "other"));
            });
            Log.awaitAllAcknowledged();
            assertThat(sent).allSatisfy(id -> assertThat(end(id)).isInstanceOf(PlateRead.class));
            assertThat(one.exits() + other.exits()).isZero();
        }
    }

    private static String engine(Reading end) {
        assertThat(end).isInstanceOf(PlateRead.class);
        return ((PlateRead) end).engine();
    }

    private Reading end(UUID capture) {
        return readings.of(List.of(capture)).stream()
                .map(Log::reading)
                .reduce((first, second) -> {
                    throw new AssertionError("two ends: " + first + ", " + second);
                })
                .orElseThrow();
    }

    private static String rejected(Reading end) {
        assertThat(end).isInstanceOf(PlateRejected.class);
        return ((PlateRejected) end).cause();
    }

    private static ConsumerRecord<String, byte[]> deadLetter(UUID capture) {
        try (Log deadLetters = new Log(Topics.CAPTURES_DLQ)) {
            return deadLetters.of(List.of(capture)).get(0);
        }
    }
}
