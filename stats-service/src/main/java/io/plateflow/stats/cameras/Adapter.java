package io.plateflow.stats.cameras;

import java.util.Locale;

/** Whose words a camera speaks: what its address at the gateway names. */
enum Adapter {
    HIKVISION,
    DAHUA,
    INTELBRAS,
    PLATERECOGNIZER,
    OPENALPR,
    REKOR,
    /** A form with the photo in a field {@code upload} or {@code image}. */
    UPLOAD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
