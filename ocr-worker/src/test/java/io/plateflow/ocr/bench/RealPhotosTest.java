package io.plateflow.ocr.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.reading.PlateReader;
import io.plateflow.ocr.reading.Rules;
import io.plateflow.ocr.text.PlateNetwork;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.Tess4jRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real photos stay read as well as they were; skipped where there are none.
 *
 * <p>{@code -Dplateflow.plates} names a folder of folders with {@code labels.csv}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RealPhotosTest {
    private static final Path PHOTOS = Path.of(System.getProperty("plateflow.plates", "../../shared/plates"));
    private static final Path BRAZIL = PHOTOS.resolve("br");
    private static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"), "plateflow");

    @BeforeAll
    static void loadNatives() {
        assumeTrue(Files.isReadable(BRAZIL.resolve("labels.csv")), "no photos at " + BRAZIL.toAbsolutePath());
        Natives.load(CACHE);
    }

    /** What the default engine reads, told nothing of where a photo is from; the numbers are parts of the photos. */
    @ParameterizedTest
    @CsvSource({"br, 0.97, 0.97", "ar-crops, 0.96, 0.96", "eu, 0.92, 0.96", "us, 0.79, 0.82"})
    void platesAreReadAndWrongOnesNoticed(String folder, double exact, double alike) throws Exception {
        Accuracy photos = photos(folder, new PlateNetwork(), new PpOcrRecogniser());
        assertThat(photos.exact()).as("exact").isGreaterThanOrEqualTo(exact);
        assertThat(photos.alike()).as("fold").isGreaterThanOrEqualTo(alike);
        assertThat(photos.wronglyRead()).as("wrong READ").isLessThanOrEqualTo(0.02);
    }

    @Test
    void theGeneralNetworkAloneReadsBrazilianPlates() throws Exception {
        Accuracy photos = photos("br", new PpOcrRecogniser(), null);
        assertThat(photos.exact()).isGreaterThanOrEqualTo(0.95);
        assertThat(photos.wronglyRead()).isLessThanOrEqualTo(0.02);
    }

    /** Less well than by the first engine: a person must look at more of them. */
    @Test
    void tesseractReadsMostBrazilianPlates() throws Exception {
        Accuracy photos = photos("br", new Tess4jRecogniser(CACHE), null);
        assertThat(photos.exact()).isGreaterThanOrEqualTo(0.75);
        assertThat(photos.wronglyRead()).isLessThanOrEqualTo(0.06);
    }

    private static Accuracy photos(String folder, Recogniser recogniser, @Nullable Recogniser second)
            throws IOException {
        Rules rules = new Rules(Grammars.SOUTH_AMERICA, false, 0.85, 50_000_000);
        try (PlateReader reader = new PlateReader(new TextFinder(), recogniser, second, rules, Meter::cpuNanos)) {
            Accuracy photos = new ReadBench(reader, null, rules.maxPixels()).judge(Labelled.in(PHOTOS.resolve(folder)));
            StringBuilder report = new StringBuilder(reader.engine()).append('\n');
            new Report(Map.of(folder, photos)).print(report);
            System.out.println(report);
            return photos;
        }
    }
}
