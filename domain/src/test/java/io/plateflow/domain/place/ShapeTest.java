package io.plateflow.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outlines of zones; numbers are meters north and east of a corner. */
class ShapeTest {
    private static final String SQUARE = "0 0, 0 100, 100 100, 100 0, 0 0";

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 0, 0 9, 0 0                                   | the outer ring needs at least 4 points, the last equal to the first
            0 0, 0 9, 9 9, 9 0                              | the outer ring is not closed: its last point must be its first
            0 0, 0 9, 0 9, 9 9, 0 0                         | the outer ring has the same point twice in a row
            0 0, 9 9, 0 9, 9 0, 0 0                         | the outer ring crosses or touches itself
            0 0, 0 9, 9 9, 9 4, 0 0, -9 4, -9 9, 0 0        | the outer ring crosses or touches itself
            0 0, 0 9, 0 4, 9 4, 0 0                         | the outer ring turns back on itself
            0 0, 0 9, 9 9, 9 0, 0 0; 20 20, 20 30, 30 30, 20 20 | hole 1 must lie inside the outer ring
            0 0, 0 9, 9 9, 9 0, 0 0; 2 2, 2 4, 4 4, 4 2     | hole 1 is not closed: its last point must be its first
            0 0, 0 9, 9 9, 9 0, 0 0; 2 2, 2 7, 7 7, 7 2, 2 2; 4 4, 4 8, 8 8, 8 4, 4 4 | hole 2 must not cross another ring
            """)
    void refusesWhatIsNoPolygonAndSaysWhy(String rings, String message) {
        assertThatThrownBy(() -> Meters.polygon(rings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAPolygonWithoutRingsOrAcrossTheAntimeridian() {
        assertThatThrownBy(() -> new Polygon(List.of())).hasMessage("a polygon needs an outer ring");
        assertThatThrownBy(() -> new Polygon(List.of(List.of(
                        new Coordinates(0, 179),
                        new Coordinates(0, -179),
                        new Coordinates(1, -179),
                        new Coordinates(0, 179)))))
                .hasMessage("the outer ring crosses the 180th meridian: split it there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SQUARE,
                "0 0, 100 0, 100 100, 0 100, 0 0",
                "0 0, 0 100, 100 0, 0 0",
                "0 0, 0 9, 5 9, 5 4, 9 4, 9 0, 0 0",
                SQUARE + "; 10 10, 10 20, 20 20, 10 10; 50 50, 50 60, 60 60, 50 50",
                "0 0, 0 50, 0 100, 100 100, 0 0"
            })
    void acceptsEitherWindingHolesAndPointsOnALine(String rings) {
        assertThatCode(() -> Meters.polygon(rings)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} m north, {1} m east of an L: {2}")
    @CsvSource({
        "1, 1, true",
        "1, 8, true",
        "8, 1, true",
        "8, 8, false",
        "-1, 1, false",
        "4.5, -1, false",
        "0, 4, true",
        "5, 7, true",
        "9, 0, true",
        "9, 9, false"
    })
    void containsWhatIsInsideOrOnTheBorder(double north, double east, boolean inside) {
        Polygon bent = Meters.polygon("0 0, 0 9, 5 9, 5 4, 9 4, 9 0, 0 0");

        assertThat(bent.contains(Meters.place(north, east))).isEqualTo(inside);
    }

    @Test
    void measuresAreas() {
        assertThat(Meters.polygon(SQUARE).areaSquareMeters()).isCloseTo(10_000, within(1.0));
        assertThat(Meters.polygon(SQUARE + "; 10 10, 10 20, 20 20, 20 10, 10 10")
                        .areaSquareMeters())
                .isCloseTo(9_900, within(1.0));
        assertThat(Meters.circle(0, 0, 100).areaSquareMeters()).isCloseTo(31_415.93, within(0.01));
    }

    @ParameterizedTest(name = "{0} m north, {1} m east: {2} m from the border of a square, {3} m from a circle''s")
    @CsvSource({"50, 30, 30, 30", "50, 100, 0, 0", "50, 110, 10, 10", "103, 104, 5, 25.66", "0, 50, 0, 0"})
    void measuresTheDistanceToTheBorderFromInsideAndOutside(double north, double east, double square, double circle) {
        Coordinates place = Meters.place(north, east);

        assertThat(Meters.polygon(SQUARE).metersToBorder(place)).isCloseTo(square, within(0.01));
        assertThat(Meters.circle(50, 50, 50).metersToBorder(place)).isCloseTo(circle, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARadiusThatIsNone(double radius) {
        assertThatThrownBy(() -> Meters.circle(0, 0, radius))
                .hasMessage("a circle's radius must be above 0 m and at most 1000000 m");
    }
}
