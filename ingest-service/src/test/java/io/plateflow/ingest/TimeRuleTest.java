package io.plateflow.ingest;

import static io.plateflow.contracts.CaptureFlag.CLOCK_AHEAD;
import static io.plateflow.contracts.CaptureFlag.LATE;
import static io.plateflow.contracts.CaptureFlag.TIME_ASSUMED;
import static io.plateflow.contracts.CaptureFlag.TIME_ZONE_ASSUMED;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.Capture.TimeSource;
import io.plateflow.contracts.CaptureFlag;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeRuleTest {
    private static final Instant NOW = Instant.parse("2026-05-31T12:00:00Z");
    private static final ZoneId SITE = ZoneId.of("America/Argentina/Buenos_Aires");

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T12:00:00Z, ''",
        "2026-05-31T12:05:00Z, ''",
        "2026-05-31T12:05:00.000001Z, CLOCK_AHEAD",
        "2026-06-01T12:00:00Z, CLOCK_AHEAD",
        "2026-03-02T12:00:00Z, ''",
        "2026-03-02T11:59:59.999999Z, LATE",
    })
    void flagsATimeThatIsAheadOrLate(Instant sent, String flag) {
        TimeRule.Found found = TimeRule.timeOf(sent, null, Exif.NONE, NOW, SITE).orElseThrow();

        assertThat(found.capturedAt()).isEqualTo(sent);
        assertThat(found.source()).isEqualTo(TimeSource.REQUEST);
        assertThat(found.flags()).isEqualTo(flag.isEmpty() ? Set.of() : Set.of(CaptureFlag.valueOf(flag)));
    }

    @Test
    void refusesATimeMoreThanADayAhead() {
        assertThat(TimeRule.timeOf(Instant.parse("2026-06-01T12:00:00.000001Z"), null, Exif.NONE, NOW, SITE))
                .isEmpty();
    }

    @Test
    void keepsWhatADatabaseCanKeep() {
        Optional<TimeRule.Found> found =
                TimeRule.timeOf(Instant.parse("2026-05-31T11:00:00.123456789Z"), null, Exif.NONE, NOW, SITE);

        assertThat(found.orElseThrow().capturedAt()).isEqualTo("2026-05-31T11:00:00.123456Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T08:00:00-03:00, 2026-05-31T11:00:00Z, REQUEST, ''",
        "2026-05-31 08:00:00, 2026-05-31T11:00:00Z, REQUEST, TIME_ZONE_ASSUMED",
        "2026-05-31 10:00:00, 2026-05-31T13:00:00Z, REQUEST, 'CLOCK_AHEAD,TIME_ZONE_ASSUMED'",
        "2026-06-02 10:00:00, 2026-05-31T12:00:00Z, RECEIVED, TIME_ASSUMED",
        "1970-01-01T00:00:00Z, 2026-05-31T12:00:00Z, RECEIVED, TIME_ASSUMED",
    })
    void takesACamerasClockInItsZoneAndPassesOverOneThatCannotBeRight(
            String clock, Instant capturedAt, TimeSource source, String flags) {
        CameraTime camera = CameraTime.of(clock).orElseThrow();
        TimeRule.Found found =
                TimeRule.timeOf(null, camera, Exif.NONE, NOW, SITE).orElseThrow();

        assertThat(found.capturedAt()).isEqualTo(capturedAt);
        assertThat(found.source()).isEqualTo(source);
        assertThat(found.flags())
                .extracting(CaptureFlag::name)
                .containsExactlyInAnyOrder(flags.isEmpty() ? new String[0] : flags.split(",", -1));
    }

    @Test
    void prefersWhatTheRequestSaysToACamerasClock() {
        Instant sent = Instant.parse("2026-05-31T09:00:00Z");
        CameraTime camera = CameraTime.of("2026-05-31T10:00:00Z").orElseThrow();
        assertThat(TimeRule.timeOf(sent, camera, Exif.NONE, NOW, SITE)
                        .orElseThrow()
                        .capturedAt())
                .isEqualTo(sent);
    }

    static Stream<Arguments> exif() {
        Instant gps = Instant.parse("2026-05-31T10:00:00Z");
        LocalDateTime clock = LocalDateTime.parse("2026-05-31T07:30:00");
        ZoneOffset offset = ZoneOffset.ofHours(-4);
        LocalDateTime broken = LocalDateTime.parse("2031-01-01T00:00:00");
        return Stream.of(
                Arguments.of(new Exif(null, gps, clock, offset), "2026-05-31T10:00:00Z", TimeSource.EXIF_GPS, Set.of()),
                Arguments.of(
                        new Exif(null, null, clock, offset), "2026-05-31T11:30:00Z", TimeSource.EXIF_OFFSET, Set.of()),
                Arguments.of(
                        new Exif(null, null, clock, null),
                        "2026-05-31T10:30:00Z",
                        TimeSource.EXIF_LOCAL,
                        Set.of(TIME_ZONE_ASSUMED)),
                Arguments.of(
                        new Exif(null, null, clock.plusHours(3), null),
                        "2026-05-31T13:30:00Z",
                        TimeSource.EXIF_LOCAL,
                        Set.of(TIME_ZONE_ASSUMED, CLOCK_AHEAD)),
                Arguments.of(
                        new Exif(null, null, clock.minusYears(1), null),
                        "2025-05-31T10:30:00Z",
                        TimeSource.EXIF_LOCAL,
                        Set.of(TIME_ZONE_ASSUMED, LATE)),
                Arguments.of(
                        new Exif(null, null, broken, null), NOW.toString(), TimeSource.RECEIVED, Set.of(TIME_ASSUMED)),
                Arguments.of(Exif.NONE, NOW.toString(), TimeSource.RECEIVED, Set.of(TIME_ASSUMED)));
    }

    @ParameterizedTest
    @MethodSource("exif")
    void takesTheBestTimeThatThePhotoHas(Exif exif, String time, TimeSource source, Set<CaptureFlag> flags) {
        TimeRule.Found found = TimeRule.timeOf(null, null, exif, NOW, SITE).orElseThrow();

        assertThat(found.capturedAt()).isEqualTo(time);
        assertThat(found.source()).isEqualTo(source);
        assertThat(found.flags()).isEqualTo(flags);
    }

    @Test
    void believesTheRequestBeforeThePhoto() {
        @Nullable Instant sent = Instant.parse("2026-05-31T11:00:00Z");
        Exif exif = new Exif(null, Instant.parse("2026-05-31T10:00:00Z"), null, null);

        assertThat(TimeRule.timeOf(sent, null, exif, NOW, SITE).orElseThrow().capturedAt())
                .isEqualTo(sent);
    }
}
