package io.plateflow.stats.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-03-04T10:59:59-03:00, 2026-03-04T10:00-03:00, 2026-03-04T11:00-03:00",
        "DAY, 2026-03-04T00:00:00-03:00, 2026-03-04T00:00-03:00, 2026-03-05T00:00-03:00",
        "WEEK, 2026-03-04T10:00:00-03:00, 2026-03-02T00:00-03:00, 2026-03-09T00:00-03:00",
        "MONTH, 2026-02-28T23:59:59-03:00, 2026-02-01T00:00-03:00, 2026-03-01T00:00-03:00",
    })
    void beginsWhereLocalClocksSay(Bucket bucket, String at, String begin, String next) {
        ZonedDateTime begins = bucket.begin(ZonedDateTime.parse(at).withZoneSameInstant(SANTIAGO));
        assertThat(begins.toOffsetDateTime()).hasToString(begin);
        assertThat(bucket.next(begins).toOffsetDateTime()).hasToString(next);
    }

    @Test
    void givesTheDayOnWhichClocksChangeItsTrueLength() {
        ZonedDateTime goesBack = ZonedDateTime.of(2026, 4, 4, 0, 0, 0, 0, SANTIAGO);
        assertThat(Duration.between(goesBack, Bucket.DAY.next(goesBack))).isEqualTo(Duration.ofHours(25));
        // Midnight itself is skipped: the day begins at one.
        ZonedDateTime goesForward = Bucket.DAY.begin(ZonedDateTime.of(2026, 9, 6, 12, 0, 0, 0, SANTIAGO));
        assertThat(goesForward.toLocalTime()).hasToString("01:00");
        assertThat(Duration.between(goesForward, Bucket.DAY.next(goesForward))).isEqualTo(Duration.ofHours(23));
    }
}
