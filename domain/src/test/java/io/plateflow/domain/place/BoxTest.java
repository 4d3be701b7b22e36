package io.plateflow.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.domain.stay.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boxes on the map, and what of a zone can lie in one. */
class BoxTest {
    private final SplittableRandom random = new SplittableRandom(3);

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "1, 0, 0, 1",
        "0, 1, 1, 0",
        "-181, 0, 0, 1",
        "0, 0, 181, 1",
        "0, -91, 1, 0",
        "0, 0, 1, 91",
        "NaN, 0, 1, 1"
    })
    void refusesCornersOffEarthOrOutOfOrder(double west, double south, double east, double north) {
        assertThatThrownBy(() -> new Box(west, south, east, north)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void touchesWhatSharesABorderAndNoMore() {
        Box box = new Box(0, 0, 1, 1);
        assertThat(box.touches(new Box(1, 1, 2, 2))).isTrue();
        assertThat(box.touches(new Box(0.4, 0.4, 0.6, 0.6))).isTrue();
        assertThat(box.touches(new Box(1.1, 0, 2, 1))).isFalse();
        assertThat(box.touches(new Box(0, -2, 1, -0.1))).isFalse();
    }

    @Test
    void aGeohashsBoxHoldsThePlacesOfTheCellAndNoOthers() {
        for (int n = 0; n < 10_000; n++) {
            Coordinates place = new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            Coordinates other = new Coordinates(
                    Math.min(89, Math.max(-90, place.latitude() + random.nextDouble(-0.1, 0.1))),
                    Math.min(179, Math.max(-180, place.longitude() + random.nextDouble(-0.1, 0.1))));
            String cell = Geohash.of(place, 5);
            assertThat(holds(Geohash.box(cell), place)).isTrue();
            assertThat(holds(Geohash.box(cell), other))
                    .isEqualTo(Geohash.of(other, 5).equals(cell));
        }
        assertThatThrownBy(() -> Geohash.box("6gyfa")).hasMessage("no geohash: 6gyfa");
    }

    @Test
    void aCirclesBoxHoldsItAndLittleMore() {
        for (int n = 0; n < 10_000; n++) {
            Coordinates center = new Coordinates(random.nextDouble(-88, 88), random.nextDouble(-180, 180));
            Circle circle = new Circle(center, random.nextDouble(1, 300_000));
            Coordinates place = new Coordinates(
                    Math.min(90, Math.max(-90, center.latitude() + random.nextDouble(-3, 3))),
                    Math.min(180, Math.max(-180, center.longitude() + random.nextDouble(-6, 6))));
            if (circle.contains(place)) {
                assertThat(holds(circle.box(), place))
                        .as("%s in %s", place, circle)
                        .isTrue();
            }
        }
        Box box = Meters.circle(0, 0, 1_000).box();
        assertThat(new Coordinates(box.south(), box.west()).metersTo(new Coordinates(box.north(), box.east())))
                .isBetween(2_828.0, 2_829.0);
    }

    @Test
    void aPolygonsBoxIsThatOfItsCorners() {
        Box box = Meters.polygon("0 0, 0 100, 100 50, 0 0").box();
        assertThat(new Coordinates(box.south(), box.west())).isEqualTo(Meters.place(0, 0));
        assertThat(new Coordinates(box.north(), box.east())).isEqualTo(Meters.place(100, 100));
    }

    @Test
    void aZoneReachesWhereAnyOfItsVersionsDid() {
        Box there = Meters.circle(0, 0, 50).box();
        List<Zone> versions = List.of(zone(1, Meters.circle(0, 0, 100)), zone(2, Meters.circle(5_000, 0, 100)));
        assertThat(Zones.reaches("garage", there, versions)).isTrue();
        assertThat(Zones.reaches("garage", there, versions.subList(1, 2))).isFalse();
        assertThat(Zones.reaches("garage", there, List.of())).isTrue();
        assertThat(Zones.reaches(Zones.zoneOf(Meters.place(0, 0)), there, versions))
                .isTrue();
        assertThat(Zones.reaches(Zones.zoneOf(Meters.place(20_000, 0)), there, versions))
                .isFalse();
    }

    private static Zone zone(int version, Shape shape) {
        Rules rules = Rules.AUTOMATIC;
        return new Zone(
                "garage",
                version,
                Instant.EPOCH,
                Mode.GATED,
                shape,
                rules.closesAfter(),
                rules.mergeWithin(),
                rules.maxStay(),
                Confirm.UNSURE,
                "original",
                ZoneId.of("UTC"));
    }

    private static boolean holds(Box box, Coordinates place) {
        return box.touches(new Box(place.longitude(), place.latitude(), place.longitude(), place.latitude()))
                && (place.latitude() < box.north() || box.north() == 90)
                && (place.longitude() < box.east() || box.east() == 180);
    }
}
