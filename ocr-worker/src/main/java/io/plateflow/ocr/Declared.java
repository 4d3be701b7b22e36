package io.plateflow.ocr;

import io.plateflow.contracts.Capture;
import io.plateflow.domain.plate.Plate;

/** What a camera read or a warden typed, held against what was read here: it never replaces that, but may doubt it. */
final class Declared {
    private Declared() {}

    /** Whether a person must decide between the two; look-alikes count as the same, and no word is no doubt. */
    static boolean doubts(Capture capture, Plate read) {
        return capture.declaredPlate() != null
                && Plate.parse(capture.declaredPlate())
                        .filter(plate -> !plate.fold().equals(read.fold()))
                        .isPresent();
    }
}
