package io.plateflow.stats.erasure;

import static java.util.Objects.requireNonNull;

import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.commands.Body;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be erased: all of a plate so far, or one capture.
 *
 * @param reason the person's own word
 */
record Asked(@Nullable Plate plate, @Nullable UUID capture, String reason) {

    /** Anything that is missing or malformed is a fault of {@code body}; a preview needs no reason. */
    static Asked of(Body body, boolean preview) {
        UUID capture = body.id("captureId");
        if (body.has("plate") == body.has("captureId")) {
            body.fault("subject_unclear", "plate", "give either plate or captureId");
        }
        return new Asked(body.plate("plate"), capture, preview && !body.has("reason") ? "" : body.reason());
    }

    UUID captureNeeded() {
        return requireNonNull(capture, "a capture, since no plate is meant");
    }
}
