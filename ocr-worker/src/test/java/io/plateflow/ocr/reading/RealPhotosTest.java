package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.Tess4jRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real photos stay read as well as they were; skipped where there are none.
 *
 * <p>{@code -Dplateflow.plates} names a folder of folders with {@code labels.csv}.
 */
class RealPhotosTest {
    private static final Path PHOTOS = Path.of(System.getProperty("plateflow.plates", "../../shared/plates"));
    private static final Path BRAZIL = PHOTOS.resolve("br");
    private static final Path CACHE = Path.of(System.getProperty("java.io.tmpdir"), "plateflow");

    @BeforeAll
    static void loadNatives() {
        assumeTrue(Files.isReadable(BRAZIL.resolve("labels.csv")), "no photos at " + BRAZIL.toAbsolutePath());
        Natives.load(CACHE);
    }

    @Test
    void brazilianPlatesAreReadAndWrongOnesNoticed() throws Exception {
        PhotoSet photos = brazil(new PpOcrRecogniser());
        assertThat(photos.exact()).as(photos.summary()).isGreaterThanOrEqualTo(0.95);
        assertThat(photos.unnoticed()).as(photos.summary()).isLessThanOrEqualTo(0.02);
    }

    /** Less well than by the first engine: a person must look at more of them. */
    @Test
    void tesseractReadsMostBrazilianPlates() throws Exception {
        PhotoSet photos = brazil(new Tess4jRecogniser(CACHE));
        assertThat(photos.exact()).as(photos.summary()).isGreaterThanOrEqualTo(0.75);
        assertThat(photos.unnoticed()).as(photos.summary()).isLessThanOrEqualTo(0.06);
    }

    private static PhotoSet brazil(Recogniser recogniser) throws IOException {
        try (PlateReader reader = new PlateReader(
                new TextFinder(), recogniser, new Rules(Grammars.SOUTH_AMERICA, false, 0.5, 50_000_000))) {
            PhotoSet photos = PhotoSet.read(BRAZIL, reader);
            System.out.println(reader.engine() + " on " + photos.summary());
            return photos;
        }
    }
}
