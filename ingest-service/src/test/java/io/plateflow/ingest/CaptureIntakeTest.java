package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Capture.Priority;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureIntakeTest {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6", "longitude", "-58.4");

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final BrokerState broker = new BrokerState();
    private final CaptureIntake intake = intake();

    @Test
    void acceptsNothingBeforeTheBrokerHasIt() {
        CompletableFuture<Outcome> outcome = send(photo(1), null);

        assertThat(outcome).isNotDone();
        assertThat(kafka.history()).hasSize(1);
        kafka.completeNext();
        assertThat(outcome.join()).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void doesNotKnowACaptureBeforeTheBrokerHasIt() {
        CompletableFuture<Outcome> first = send(photo(1), null);
        CompletableFuture<Outcome> second = send(photo(1), null);

        assertThat(second).isNotDone();
        kafka.completeNext();
        kafka.completeNext();
        assertThat(second.join()).isEqualTo(first.join());
        assertThat(send(photo(1), null).join()).isInstanceOf(Outcome.Known.class);
        assertThat(kafka.history()).hasSize(2);
    }

    @Test
    void takesAFailedPublishForAnAbsentBroker() {
        broker.answered();
        CompletableFuture<Outcome> outcome = send(photo(1), null);

        kafka.errorNext(new TimeoutException("no answer"));

        assertThat(code(outcome)).isEqualTo(FaultCode.BROKER_AWAY);
        assertThat(broker.isReachable()).isFalse();
        CompletableFuture<Outcome> again = send(photo(1), null);
        assertThat(again).isNotDone();
    }

    @Test
    void acceptsNothingThatTooFewReplicasHave() {
        CompletableFuture<Outcome> outcome = send(photo(1), null);

        kafka.errorNext(new NotEnoughReplicasException("one of two"));

        assertThat(code(outcome)).isEqualTo(FaultCode.BROKER_AWAY);
    }

    @Test
    void isBusyRatherThanAloneWhenTheBufferIsFull() {
        broker.answered();
        CompletableFuture<Outcome> outcome = send(photo(1), null);

        kafka.errorNext(new BufferExhaustedException("full"));

        assertThat(code(outcome)).isEqualTo(FaultCode.BUSY);
        assertThat(broker.isReachable()).isTrue();
    }

    @Test
    void refusesAnotherPhotoUnderAUsedIdempotencyKey() {
        CompletableFuture<Outcome> first = send(photo(1), "order 7");
        kafka.completeNext();
        assertThat(first.join()).isInstanceOf(Outcome.Accepted.class);

        Outcome other = send(photo(2), "order 7").join();

        assertThat(((Outcome.Refused) other).faults().get(0).code()).isEqualTo(FaultCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(kafka.history()).hasSize(1);
    }

    @Test
    void tellsReadersWhichImageEachReplicaTookUnderOneIdempotencyKey() {
        CaptureIntake anotherReplica = intake();
        var first = send(photo(1), "order 7");
        var second = anotherReplica.receive(submission(photo(2), "order 7"), Gateway.RECORD, TraceParent.of(null));

        kafka.completeNext();
        kafka.completeNext();
        assertThat(List.of(first.join(), second.join())).allMatch(Outcome.Accepted.class::isInstance);
        List<Capture> kept = kafka.history().stream()
                .map(message -> CaptureHeaders.read(message.headers()))
                .toList();
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).id()).isEqualTo(kept.get(1).id());
        assertThat(kept.get(0).image().sha256())
                .isNotEqualTo(kept.get(1).image().sha256());
    }

    @Test
    void tellsReadersHowFarACamerasClockIsAhead() {
        Instant now = Instant.parse("2026-05-31T12:00:00Z");
        Map<String, String> fields =
                Map.of("latitude", "1", "longitude", "1", "capturedAt", "2026-05-31T15:00:00Z", "cameraId", "gate");
        var unused = intake.receive(
                new Submission(fields, new Submission.Bytes("image/jpeg", photo(1)), null, now),
                Gateway.RECORD,
                TraceParent.of(null));

        Capture kept = CaptureHeaders.read(kafka.history().get(0).headers());
        assertThat(Duration.between(kept.receivedAt(), kept.capturedAt())).isEqualTo(Duration.ofHours(3));
        assertThat(kept.flags()).containsExactly(CaptureFlag.CLOCK_AHEAD);
        assertThat(kept.cameraId()).isEqualTo("gate");
    }

    @Test
    void publishesByPriorityUnderTheCapturesId() {
        CompletableFuture<Outcome> outcome = intake.receive(
                new Submission(
                        Map.of("latitude", "1", "longitude", "1", "priority", "bulk"),
                        new Submission.Bytes("image/jpeg", photo(1)),
                        null,
                        Instant.now()),
                Gateway.RECORD,
                TraceParent.of(null));
        kafka.completeNext();

        Outcome.Accepted accepted = (Outcome.Accepted) outcome.join();
        assertThat(accepted.priority()).isEqualTo(Priority.BULK);
        assertThat(kafka.history().get(0).topic()).isEqualTo(Topics.CAPTURES_BULK.name());
        assertThat(kafka.history().get(0).key()).isEqualTo(accepted.id().toString());
    }

    private CaptureIntake intake() {
        return new CaptureIntake(
                new CaptureRules(ZoneId.of("UTC"), 10_000_000, 50_000_000),
                new CapturePublisher(kafka, broker, new SimpleMeterRegistry()),
                100);
    }

    private CompletableFuture<Outcome> send(byte[] photo, @Nullable String idempotencyKey) {
        return intake.receive(submission(photo, idempotencyKey), Gateway.RECORD, TraceParent.of(null));
    }

    private static Submission submission(byte[] photo, @Nullable String idempotencyKey) {
        return new Submission(HERE, new Submission.Bytes("image/jpeg", photo), idempotencyKey, Instant.now());
    }

    private static FaultCode code(CompletableFuture<Outcome> outcome) {
        return ((Outcome.Unavailable) outcome.join()).code();
    }

    private static byte[] photo(long seed) {
        return Photos.jpeg(16, 16, seed);
    }
}
