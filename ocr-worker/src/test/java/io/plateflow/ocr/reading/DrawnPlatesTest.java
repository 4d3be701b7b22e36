package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.plate.Grammar;
import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.OddPhotos;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plates of every layout, however they lie, near and far, by day and by night. */
class DrawnPlatesTest {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PlateReader reader;

    @BeforeAll
    static void start() {
        reader = DefaultReader.open();
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    static List<Grammar> layouts() {
        return Grammars.SOUTH_AMERICA.layouts();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aPlateOfEachLayoutIsRead(Grammar layout) throws Exception {
        String plate = Plates.withoutTwins(layout, new Random(layout.pattern().hashCode()));
        Outcome.Read read = read(Drawn.street().plate(plate, 300, 300));
        assertThat(read.plate().text().text()).isEqualTo(plate);
        assertThat(read.plate().countries()).contains(layout.country());
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -15, 15, 30})
    void aTiltedPlateIsRead(int degrees) throws Exception {
        Outcome.Read read = read(Drawn.street().plate("AC274KM", 84, degrees, 450, 300));
        assertThat(read.plate().text().text()).isEqualTo("AC274KM");
        assertThat(tilt(read.plate().quadrilateral())).isBetween(degrees - 5.0, degrees + 5.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 30})
    void aTiltedPlateOfTwoRowsIsRead(int degrees) throws Exception {
        Outcome.Read read = read(Drawn.street().motorcycle("A035", "HFA", 150, degrees, 450, 300));
        assertThat(read.plate().text().text()).isEqualTo("A035HFA");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18, 30, 200, 400})
    void aPlateIsReadFromFourteenToFourHundredPixelsHigh(int high) throws Exception {
        Outcome.Read read = read(Drawn.street(1500, 600).plate("AC274KM", high, 0, 750, 300));
        assertThat(read.plate().text().text()).isEqualTo("AC274KM");
    }

    @ParameterizedTest
    @CsvSource({"AC274KM, 7", "KVT482, 9", "KVT482, 10", "FRT4H73, 10"})
    void aLowerPlateIsUnreadableAndNotGuessed(String plate, int high) throws Exception {
        assertThat(reader.read(
                        Drawn.street(1500, 600).plate(plate, high, 0, 750, 300).png()))
                .isInstanceOf(Outcome.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AD054JI, 2, 1, 0",
        "KVT482, 3, 1, 0",
        "FRT4H73, 0.5, 1, 25",
        "RKP6394, 1, 0.3, 6",
        "AB123CD, 1.5, 0.15, 4"
    })
    void aPlateOutOfFocusGrainyOrByNightIsRead(String plate, double blur, double brightness, double grain)
            throws Exception {
        Drawn photo = Drawn.street().plate(plate, 300, 300).blurred(blur).dim(brightness, grain, new Random(3));
        assertThat(read(photo).plate().text().text()).isEqualTo(plate);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPlateIsReadHoweverTheCameraWasHeld(int orientation) throws Exception {
        byte[] photo = OddPhotos.held(Drawn.street().plate("AC274KM", 300, 300).picture(), orientation);
        assertThat(reader.read(photo))
                .asInstanceOf(type(Outcome.Read.class))
                .satisfies(read -> assertThat(read.plate().text().text()).isEqualTo("AC274KM"));
    }

    @Test
    void theNearestOfSeveralPlatesIsTheMainOneAndTheOthersAreReported() throws Exception {
        Outcome.Read read = read(Drawn.street(1600, 1000)
                .plate("KVT482", 40, 0, 300, 400)
                .plate("AC274KM", 110, 0, 850, 650)
                .plate("FRT4H73", 46, 4, 1380, 420));
        assertThat(read.plate().text().text()).isEqualTo("AC274KM");
        assertThat(read.others())
                .extracting(other -> other.text().text())
                .containsExactlyInAnyOrder("KVT482", "FRT4H73");
    }

    @Test
    void aSharpPlateIsTheMainOneBesideAsLargeABlurredOne() throws Exception {
        Drawn blurred =
                Drawn.street(1600, 1000).plate("KVT482", 84, 0, 400, 500).blurred(4);
        assertThat(read(blurred.plate("AC274KM", 84, 0, 1150, 500))
                        .plate()
                        .text()
                        .text())
                .isEqualTo("AC274KM");
    }

    private static Outcome.Read read(Drawn photo) throws Exception {
        Outcome outcome = reader.read(photo.png());
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return (Outcome.Read) outcome;
    }

    /** Degrees, clockwise. */
    private static double tilt(List<PlateRead.Corner> corners) {
        return Math.toDegrees(Math.atan2(
                corners.get(1).y() - corners.get(0).y(),
                corners.get(1).x() - corners.get(0).x()));
    }
}
