package io.plateflow.ocr;

import io.plateflow.ocr.text.PlateNetwork;
import io.plateflow.ocr.text.PpOcrRecogniser;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.Tess4jRecogniser;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What may read the plates; the settings name it in lower case. */
enum Engine {
    PLATES,
    PPOCR,
    TESS4J;

    /** Loaded, or a failure that says what is missing. */
    Recogniser recogniser(Path cache) {
        return switch (this) {
            case PLATES -> new PlateNetwork();
            case PPOCR -> new PpOcrRecogniser();
            case TESS4J -> new Tess4jRecogniser(cache);
        };
    }

    /** Asked where the first is in doubt; only the network for plates has one. */
    @Nullable
    Recogniser second() {
        return this == PLATES ? new PpOcrRecogniser() : null;
    }
}
