package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.text.Tess4jRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second engine reads what is plain to see, with nothing installed and on several threads at once. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class TesseractTest {
    private static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"), "plateflow");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PlateReader reader;

    @BeforeAll
    static void start() {
        Natives.load(CACHE);
        reader = new PlateReader(
                new TextFinder(),
                new Tess4jRecogniser(CACHE),
                new Rules(Grammars.SOUTH_AMERICA, false, 0.5, 50_000_000));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AC274KM", "KVT482", "FRT4H73", "RKP6394", "AB012CD"})
    void aDrawnPlateIsRead(String plate) throws Exception {
        assertThat(text(plate)).isEqualTo(plate);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<String> plates = List.of("AC274KM", "KVT482", "FRT4H73", "RKP6394");
        ExecutorService threads = Executors.newFixedThreadPool(plates.size());
        try {
            List<Callable<String>> readings = IntStream.range(0, 3 * plates.size())
                    .<Callable<String>>mapToObj(i -> () -> text(plates.get(i % plates.size())))
                    .toList();
            List<Future<String>> read = threads.invokeAll(readings);
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i).get()).isEqualTo(plates.get(i % plates.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theEventNamesTheEngine() {
        assertThat(reader.engine()).isEqualTo("tess4j-5.16.0/tesseract-5.5.1");
    }

    private static String text(String plate) throws Exception {
        Outcome outcome = reader.read(Drawn.street().plate(plate, 300, 300).png());
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).plate().text().text();
    }
}
