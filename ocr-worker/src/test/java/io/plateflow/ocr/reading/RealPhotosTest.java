package io.plateflow.ocr.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Real photos stay read as well as they were; skipped where there are none.
 *
 * <p>{@code -Dplateflow.plates} names a folder of folders with {@code labels.csv}.
 */
class RealPhotosTest {
    private static final Path PHOTOS = Path.of(System.getProperty("plateflow.plates", "../../shared/plates"));

    @Test
    void brazilianPlatesAreReadAndWrongOnesNoticed() throws Exception {
        Path folder = PHOTOS.resolve("br");
        assumeTrue(Files.isReadable(folder.resolve("labels.csv")), "no photos at " + folder.toAbsolutePath());
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));
        try (PlateReader reader = new PlateReader(
                new TextFinder(), new PpOcrRecogniser(), new Rules(Grammars.SOUTH_AMERICA, false, 0.5, 50_000_000))) {
            PhotoSet photos = PhotoSet.read(folder, reader);
            assertThat(photos.exact()).as(photos.summary()).isGreaterThanOrEqualTo(0.95);
            assertThat(photos.unnoticed()).as(photos.summary()).isLessThanOrEqualTo(0.02);
        }
    }
}
