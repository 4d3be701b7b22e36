package io.plateflow.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.domain.stay.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a capture was taken. There are: {@code city}, a circle of 500 m; in it {@code garage}, a square of 100 m with a
 * yard of 20 m that is none of it, {@code twin-a} and {@code twin-b}, the same circle of 50 m, and {@code gate}, which moved
 * at 12:00; {@code new}, published at 12:00 for the first time.
 */
class ZonesTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<Zone> ZONES = List.of(
            zone("city", 1, MORNING, Meters.circle(0, 0, 500)),
            zone(
                    "garage",
                    1,
                    MORNING,
                    Meters.polygon("0 0, 0 100, 100 100, 100 0, 0 0; 40 40, 40 60, 60 60, 60 40, 40 40")),
            zone("twin-b", 1, MORNING, Meters.circle(-200, 0, 50)),
            zone("twin-a", 1, MORNING, Meters.circle(-200, 0, 50)),
            zone("gate", 1, MORNING, Meters.circle(0, 300, 20)),
            zone("gate", 2, NOON, Meters.circle(0, 400, 20)),
            zone("new", 1, NOON, Meters.circle(300, 0, 20)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            where no zone is, the automatic one                |  900 |   0 | 13:00:00 | auto:69y7p
            inside one zone                                    | -400 |   0 | 13:00:00 | city
            on its border                                      |    0 | -499.99 | 13:00:00 | city
            just outside its border                            |    0 | -500.1 | 13:00:00 | auto:69y7p
            of two that overlap the smaller                    |   20 |  20 | 13:00:00 | garage
            on a corner of it                                  |    0 |   0 | 13:00:00 | garage
            a hole is none of it                               |   50 |  50 | 13:00:00 | city
            the border of a hole is part of it                 |   40 |  50 | 13:00:00 | garage
            of two as large the first by its id                | -200 |   0 | 13:00:00 | twin-a
            a zone counts ten seconds after it is published    |  300 |   0 | 12:00:10 | new
            and not before                                     |  300 |   0 | 12:00:09.999 | city
            a new version replaces the old one                 |    0 | 400 | 12:00:10 | gate
            not before its ten seconds                         |    0 | 400 | 12:00:09 | city
            the old one holds until then                       |    0 | 300 | 12:00:09 | gate
            and no longer                                      |    0 | 300 | 12:00:10 | city
            before anything was published, the automatic zone  |   20 |  20 | 08:00:09 | auto:69y7p
            """)
    void placesACaptureInTheSmallestZoneInForce(String rule, double north, double east, String received, String zone) {
        List<Zone> shuffled = new ArrayList<>(ZONES);
        Collections.reverse(shuffled);

        for (List<Zone> versions : List.of(ZONES, shuffled)) {
            assertThat(Zones.place(Meters.place(north, east), null, at(received), versions))
                    .as(rule)
                    .returns(zone, Placed::zone)
                    .returns(false, Placed::uncertain);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody said how sure the place is                     |    0 | 499 |      | false
            far from every border                                 |  -50 |   0 |   20 | false
            inside, and the border could be on the other side     |    0 | 495 |    6 | true
            inside, and it could not                              |    0 | 495 |    4 | false
            outside, and it could be inside                       |    0 | 505 |    6 | true
            outside, and it could not                             |    0 | 505 |    4 | false
            the border of any zone counts, not just the smallest  |  102 |  50 |    3 | true
            that of a hole, too                                   |   50 |  50 |   11 | true
            in a hole, and it could not be outside                |   50 |  50 |    9 | false
            the border of a version no longer in force does not   |    0 | 280 |    5 | false
            """)
    void isUncertainWhereTheCircleOfAccuracyCrossesABorder(
            String rule, double north, double east, Double accuracy, boolean uncertain) {
        assertThat(Zones.place(Meters.place(north, east), accuracy, at("13:00:00"), ZONES)
                        .uncertain())
                .as(rule)
                .isEqualTo(uncertain);
    }

    @Test
    void carriesTheRulesOfTheVersionInForce() {
        Zone zone = zone("street", 3, MORNING, Meters.circle(0, 0, 50));

        assertThat(Zones.place(Meters.place(0, 0), null, NOON, List.of(zone)).rules())
                .isEqualTo(new Rules(
                        Mode.SIGHTINGS, Duration.ofMinutes(45), Duration.ofMinutes(2), Duration.ofDays(9), true, "t"));
        assertThat(Zones.place(Meters.place(900, 0), null, NOON, List.of(zone)).rules())
                .isEqualTo(Rules.AUTOMATIC);
    }

    /** Two steps apart, two automatic zones: a stay does not cross the border of its geohash. */
    @Test
    void twoPlacesAcrossAGeohashBorderAreInTwoAutomaticZones() {
        Coordinates west = new Coordinates(-34.60, -58.3595);
        Coordinates east = new Coordinates(-34.60, -58.3590);

        assertThat(west.metersTo(east)).isLessThan(100);
        assertThat(Zones.place(west, null, NOON, ZONES).zone()).isEqualTo("auto:69y7p");
        assertThat(Zones.place(east, null, NOON, ZONES).zone()).isEqualTo("auto:69ye0");
    }

    @ParameterizedTest
    @CsvSource({"auto:69y7p", "''", "' '", "a b", "a|b", "a@1", "a/b"})
    void refusesAnIdThatWouldBeMistakenForAnother(String id) {
        assertThatThrownBy(() -> zone(id, 1, NOON, Meters.circle(0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a zone's id is");
    }

    @Test
    void refusesToConfigureAnAutomaticZone() {
        assertThatThrownBy(() -> new Zone(
                        "a",
                        1,
                        NOON,
                        Mode.AUTOMATIC,
                        Meters.circle(0, 0, 1),
                        Duration.ofDays(1),
                        Duration.ZERO,
                        Duration.ofDays(1),
                        Confirm.UNSURE,
                        "t",
                        ZoneOffset.UTC))
                .hasMessage("a configured zone is GATED, SIGHTINGS or PASSAGE");
    }

    private static Zone zone(String id, int version, Instant publishedAt, Shape shape) {
        return new Zone(
                id,
                version,
                publishedAt,
                Mode.SIGHTINGS,
                shape,
                Duration.ofMinutes(45),
                Duration.ofMinutes(2),
                Duration.ofDays(9),
                Confirm.ALL,
                "t",
                ZoneId.of("America/Argentina/Buenos_Aires"));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}
