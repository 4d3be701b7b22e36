package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network of our own reads what is plain to see. */
class PlateNetworkTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"AC274KM", "KVT482", "FRT4H73", "RKP6394"})
    void aDrawnPlateIsRead(String plate) throws Exception {
        assertThat(reader.read(Drawn.street().plate(plate, 300, 300).png()))
                .asInstanceOf(type(Outcome.Read.class))
                .satisfies(read -> {
                    assertThat(read.plate().text().text()).isEqualTo(plate);
                    assertThat(read.needsReview()).isFalse();
                    assertThat(read.formatUnknown()).isFalse();
                });
    }

    @Test
    void bothRowsOfAMotorcyclesPlateAreRead() throws Exception {
        assertThat(reader.read(
                        Drawn.street().motorcycle("A035", "HFA", 300, 250).png()))
                .asInstanceOf(type(Outcome.Read.class))
                .satisfies(read -> assertThat(read.plate().text().text()).isEqualTo("A035HFA"));
    }

    @Test
    void aForeignPlateIsReadAsItStandsAndLeftToAPerson() throws Exception {
        assertThat(reader.read(Drawn.street().plate("8XKZ415", 300, 300).png()))
                .asInstanceOf(type(Outcome.Read.class))
                .satisfies(read -> {
                    assertThat(read.plate().text().text()).isEqualTo("8XKZ415");
                    assertThat(read.formatUnknown()).isTrue();
                });
    }

    @Test
    void anEmptyStreetAndNoiseHaveNoPlate() throws Exception {
        assertThat(reader.read(Drawn.street().png())).isInstanceOf(Outcome.Unreadable.class);
        assertThat(reader.read(Drawn.noise(new Random(7)).png())).isInstanceOf(Outcome.Unreadable.class);
    }

    @Test
    void theEventNamesTheEngine() {
        assertThat(reader.engine()).isEqualTo("plates-1+ppocr-v4/1.2.2");
    }
}
