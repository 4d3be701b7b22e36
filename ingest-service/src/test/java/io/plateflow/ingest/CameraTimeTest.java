package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraTimeTest {
    private static final ZoneId HERE = ZoneId.of("America/Argentina/Buenos_Aires");

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T18:04:05-03:00, 2026-05-31T21:04:05Z",
        "2026-05-31T18:04:05.847-03:00, 2026-05-31T21:04:05.847Z",
        "2026-05-31T18:04:05Z, 2026-05-31T18:04:05Z",
        "2026-05-31T18:04:05+0800, 2026-05-31T10:04:05Z",
        "2026-05-31 05:56:13.606935+00:00, 2026-05-31T05:56:13.606935Z",
        "2026-05-31 18:04:05, 2026-05-31T21:04:05Z",
        "2026-05-31 18:04:05.120, 2026-05-31T21:04:05.120Z",
        "2026-05-31T18:04:05, 2026-05-31T21:04:05Z",
    })
    void readsWhatCamerasWriteAndTakesTheirZoneWhereTheyWriteNone(String written, String instant) {
        assertThat(CameraTime.of(written).orElseThrow().in(HERE)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-02-30T18:04:05", "2026-05-31", "18:04:05", "1780250645"})
    void passesOverWhatIsNoTime(String written) {
        assertThat(CameraTime.of(written)).isEmpty();
    }

    @Test
    void countsMillisecondsFrom1970AndTakesZeroForAClockThatWasNeverSet() {
        assertThat(CameraTime.ofEpochMillis(1_780_250_645_000L).orElseThrow().in(HERE))
                .isEqualTo("2026-05-31T18:04:05Z");
        assertThat(CameraTime.ofEpochMillis(0)).isEmpty();
        assertThat(CameraTime.of(null)).isEmpty();
    }
}
