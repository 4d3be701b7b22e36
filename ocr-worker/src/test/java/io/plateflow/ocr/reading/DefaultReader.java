package io.plateflow.ocr.reading;

import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.image.Natives;
import io.plateflow.ocr.text.PlateNetwork;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.TextFinder;
import java.nio.file.Path;

/** The reader that a worker starts unless told otherwise. */
final class DefaultReader {
    private DefaultReader() {}

    static PlateReader open() {
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "plateflow"));
        return new PlateReader(
                new TextFinder(),
                new PlateNetwork(),
                new PpOcrRecogniser(),
                new Rules(Grammars.SOUTH_AMERICA, false, 0.85, 50_000_000),
                System::nanoTime);
    }
}
