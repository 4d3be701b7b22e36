package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader reads what is plain to see and says so when there is nothing to read. */
class PlateReaderTest {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PlateReader reader;

    @BeforeAll
    static void start() {
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));
        reader = new PlateReader(
                new TextFinder(), new PpOcrRecogniser(), new Rules(Grammars.SOUTH_AMERICA, false, 0.5, 50_000_000));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AC274KM", "KVT482", "FRT4H73", "RKP6394"})
    void aDrawnPlateIsReadWithoutReview(String plate) throws Exception {
        Outcome outcome = reader.read(Drawn.street().plate(plate, 300, 300).png());
        assertThat(outcome).asInstanceOf(type(Outcome.Read.class)).satisfies(read -> {
            assertThat(read.plate().text().text()).isEqualTo(plate);
            assertThat(read.plate().countries()).isEqualTo(Grammars.SOUTH_AMERICA.countriesOf(plate));
            assertThat(read.needsReview()).isFalse();
            assertThat(read.formatUnknown()).isFalse();
            assertThat(read.plate().candidates())
                    .noneSatisfy(c -> assertThat(c.text()).isEqualTo(plate));
            assertThat(read.plate().quadrilateral().get(0).x()).isBetween(250.0, 380.0);
        });
    }

    @Test
    void aSecondPlateIsReportedBesideTheFirst() throws Exception {
        Outcome outcome = reader.read(Drawn.street()
                .plate("AC274KM", 60, 380)
                .plate("FRT4H73", 520, 80)
                .png());
        assertThat(outcome).asInstanceOf(type(Outcome.Read.class)).satisfies(read -> {
            assertThat(read.others())
                    .singleElement()
                    .satisfies(other -> assertThat(new String[] {
                                read.plate().text().text(), other.text().text()
                            })
                            .containsExactlyInAnyOrder("AC274KM", "FRT4H73"));
        });
    }

    @Test
    void anEmptyStreetHasNoPlate() throws Exception {
        assertThat(reader.read(Drawn.street().png()))
                .asInstanceOf(type(Outcome.Unreadable.class))
                .satisfies(u -> assertThat(u.reason()).isEqualTo("no-plate-found"));
    }

    @Test
    void noiseHasNoPlate() throws Exception {
        assertThat(reader.read(Drawn.noise(new Random(7)).png())).isInstanceOf(Outcome.Unreadable.class);
    }

    @Test
    void everyStepIsTimed() throws Exception {
        byte[] photo = Drawn.street().plate("AC274KM", 300, 300).png();
        assertThat(reader.read(photo).millis()).containsOnlyKeys("decode", "find", "recognise", "confirm");
    }
}
