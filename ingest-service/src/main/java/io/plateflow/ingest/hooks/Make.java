package io.plateflow.ingest.hooks;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The makes whose pushes are understood; their names are part of addresses, of the counter and of a capture's source. */
enum Make {
    HIKVISION,
    DAHUA,
    INTELBRAS,
    PLATERECOGNIZER,
    OPENALPR,
    REKOR,
    UPLOAD;

    static Optional<Make> named(String word) {
        for (Make make : values()) {
            if (make.word().equals(word)) {
                return Optional.of(make);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A pure function of what was sent. */
    Push read(byte[] body, @Nullable String contentType) {
        return switch (this) {
            case HIKVISION -> Hikvision.read(body, contentType);
            case DAHUA, INTELBRAS -> Dahua.read(body, contentType);
            case PLATERECOGNIZER -> PlateRecognizer.read(body, contentType);
            case OPENALPR, REKOR -> OpenAlpr.read(body);
            case UPLOAD -> Upload.read(body, contentType);
        };
    }
}
