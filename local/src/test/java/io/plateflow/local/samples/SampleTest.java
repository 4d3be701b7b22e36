package io.plateflow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.place.MapsUrl;
import io.plateflow.domain.plate.Grammars;
import io.plateflow.domain.stay.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demonstration's cast: enough cars, places and hours for every figure of the dashboard to be above zero. */
class SampleTest {
    private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");

    @Test
    void showsTwelveCarsOfADayAtThreePlaces() {
        assertThat(Sample.EARLIER).hasSize(12);
        assertThat(Sample.EARLIER).extracting(s -> s.car().plate()).doesNotHaveDuplicates();
        assertThat(Sample.EARLIER).extracting(Sample::spot).contains(Spot.values());
        assertThat(Sample.EARLIER).extracting(Sample::age).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(Sample.EARLIER.get(0).age()).isEqualTo(Duration.ofHours(26));
        assertThat(Sample.EARLIER.get(11).age()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void carriesArgentinePlatesOfBothKinds() {
        List<String> plates = Stream.concat(Sample.EARLIER.stream(), Sample.LIVE.stream())
                .map(s -> s.car().plate())
                .toList();

        assertThat(plates)
                .allSatisfy(
                        p -> assertThat(Grammars.SOUTH_AMERICA.countriesOf(p)).contains("AR"));
        assertThat(plates).anyMatch(p -> p.length() == 6).anyMatch(p -> p.length() == 7);
    }

    @Test
    void letsOnlyCarsLeaveThatAreInside() {
        List<Spot> seen = new ArrayList<>();
        List<String> checkedOut = Sample.EARLIER.stream()
                .filter(s -> !seen.contains(s.spot()) && seen.add(s.spot()))
                .map(s -> s.car().plate())
                .toList();

        assertThat(Sample.LIVE.stream().filter(s -> s.direction() == Direction.EXIT))
                .isNotEmpty()
                .allSatisfy(exit -> assertThat(Sample.EARLIER)
                        .anyMatch(s -> s.car().plate().equals(exit.car().plate()) && s.spot() == exit.spot()))
                .noneMatch(exit -> checkedOut.contains(exit.car().plate()));
    }

    @Test
    void saysWhereAndWhen() {
        Sample oldest = Sample.EARLIER.get(0);

        assertThat(oldest.fields(NOW))
                .containsEntry("capturedAt", "2026-03-09T10:00:00-03:00")
                .containsEntry("cameraId", "corrientes-1200")
                .containsEntry("direction", "ENTRY");
        assertThat(MapsUrl.coordinatesIn(oldest.fields(NOW).getOrDefault("url", "")))
                .contains(Spot.CORRIENTES.place());
    }
}
