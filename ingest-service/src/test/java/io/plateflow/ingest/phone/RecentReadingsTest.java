package io.plateflow.ingest.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.plate.Plate;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What a gateway remembers of readings, for whom, and how much of it. */
class RecentReadingsTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Capture CAPTURE = Readings.capture(ID, "ana", null);

    private final RecentReadings readings =
            new RecentReadings(new PhoneProperties(Duration.ofHours(1), DataSize.ofKilobytes(64), 10), "ana"::equals);

    @Test
    void tellsOnlyWhoSentThePhoto() {
        take(Readings.read(CAPTURE, "AB123CD", false));

        assertThat(plate("ana")).isEqualTo("AB123CD");
        assertThat(readings.find(ID, "eva")).isEmpty();
    }

    @Test
    void keepsNothingOfKeysThatMayNotAskNorOfPhotosThatNobodyKnowsTheSenderOf() {
        UUID other = UUID.randomUUID();
        take(Readings.read(Readings.capture(other, "camera", null), "AB123CD", false));
        take(Readings.rejected(ID, null));

        assertThat(readings.find(other, "camera")).isEmpty();
        assertThat(readings.find(ID, "ana")).isEmpty();
    }

    @Test
    void theFirstEndOfAnAttemptWinsAndALaterAttemptOverridesIt() {
        take(Readings.read(CAPTURE, "AB123CD", false));
        take(Readings.read(CAPTURE, "ZZ999ZZ", false));
        assertThat(plate("ana")).isEqualTo("AB123CD");

        take(Readings.read(CAPTURE.as(2), "AC456EF", false));
        take(Readings.read(CAPTURE, "ZZ999ZZ", false));
        assertThat(plate("ana")).isEqualTo("AC456EF");
    }

    @Test
    void aCorrectionStandsAboveEveryEnd() {
        take(Readings.read(CAPTURE, "AB123CD", true));
        take(Readings.corrected(CAPTURE, "AB123CO"));
        take(Readings.read(CAPTURE.as(2), "AC456EF", true));

        Result result = Result.of(readings.find(ID, "ana").orElseThrow());
        assertThat(result.plate()).isEqualTo(new Plate("AB123CO"));
        assertThat(result.needsReview()).isFalse();
    }

    @Test
    void whoWaitsIsToldOnceTheAttemptIsThere() {
        CompletableFuture<Ended> any = readings.await(ID, 0);
        CompletableFuture<Ended> second = readings.await(ID, 2);

        take(Readings.read(CAPTURE, "AB123CD", false));
        assertThat(any).isCompletedWithValueMatching(one -> one.attempt() == 1);
        assertThat(second).isNotDone();

        take(Readings.read(CAPTURE.as(2), "AB123CD", false));
        assertThat(second).isCompletedWithValueMatching(one -> one.attempt() == 2);
        assertThat(readings.await(ID, 2)).isCompleted();
    }

    @Test
    void forgetsTheOldestWhenItsMemoryIsUsedUp() {
        for (int i = 0; i < 1_000; i++) {
            take(Readings.read(Readings.capture(UUID.randomUUID(), "ana", null), "AB123CD", false));
        }
        assertThat(readings.bytes()).isBetween(1L, DataSize.ofKilobytes(64).toBytes());
    }

    private void take(Reading reading) {
        readings.take(reading, Json.MAPPER.writeValueAsBytes(reading));
    }

    private String plate(String key) {
        return String.valueOf(Result.of(readings.find(ID, key).orElseThrow()).plate());
    }
}
