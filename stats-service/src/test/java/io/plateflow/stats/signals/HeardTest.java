package io.plateflow.stats.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture.Priority;
import io.plateflow.contracts.Capture.TimeSource;
import io.plateflow.stats.Shot;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a camera's photos tell of it, whatever its clock says. */
class HeardTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final Heard heard = new Heard();

    @Test
    void goesByTheGatewaysClockWhenTheCamerasWasSetBack() {
        take(0, Duration.ofHours(-12));
        take(60, Duration.ofHours(11));
        assertThat(heard.receivedAt).isEqualTo(NOON.plusSeconds(60));
        assertThat(heard.capturedAt).isEqualTo(NOON.plusSeconds(60).minus(Duration.ofHours(11)));
    }

    @Test
    void takesTheMedianSoThatOneLatePhotoIsNoWrongClock() {
        for (int i = 0; i < 5; i++) {
            take(i, Duration.ofSeconds(1));
        }
        take(6, Duration.ofHours(1));
        assertThat(heard.medianSkew()).isEqualTo(1000);
    }

    @Test
    void forgetsTheSkewOfAClockThatWasPutRight() {
        for (int i = 0; i < 40; i++) {
            take(i, i < 20 ? Duration.ofMinutes(-10) : Duration.ofSeconds(2));
        }
        assertThat(heard.medianSkew()).isEqualTo(2000);
    }

    @Test
    void judgesNoClockByPhotosOfFoldersOrWithoutATime() {
        Shot late = Shot.of("key", "north", NOON.minus(Duration.ofDays(3)), NOON);
        heard.take(late.timed(TimeSource.EXIF_LOCAL, Priority.BULK).capture());
        heard.take(late.timed(TimeSource.RECEIVED, Priority.LIVE).capture());
        assertThat(heard.medianSkew()).isNull();
        assertThat(heard.receivedAt).isEqualTo(NOON);
    }

    @Test
    void hasNothingToWriteWhenAnOlderPhotoIsHeardOfAgain() {
        take(60, Duration.ZERO);
        assertThat(heard.wasChanged()).isTrue();
        take(0, Duration.ofHours(1));
        assertThat(heard.wasChanged()).isFalse();
        assertThat(heard.medianSkew()).isZero();
    }

    private void take(int seconds, Duration skew) {
        Instant received = NOON.plusSeconds(seconds);
        heard.take(Shot.of("key", "north", received.minus(skew), received).capture());
    }
}
