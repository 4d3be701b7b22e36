package io.plateflow.stats.corrections;

import io.plateflow.domain.plate.Plate;
import io.plateflow.stats.commands.Body;
import org.jspecify.annotations.Nullable;

/**
 * What a person says that a plate is.
 *
 * @param plate null when none can be read
 * @param reason the person's own word
 * @param applyTo which captures it concerns
 */
record Correction(@Nullable Plate plate, String reason, ApplyTo applyTo) {

    /** Every capture of the stay with the same observed plate, or the one alone. */
    enum ApplyTo {
        STAY,
        CAPTURE
    }

    /** Anything that is missing or malformed is a fault of {@code body}. */
    static Correction of(Body body) {
        ApplyTo applyTo = body.oneOf("applyTo", ApplyTo.values(), ApplyTo.STAY);
        return new Correction(plate(body), body.reason(), applyTo == null ? ApplyTo.STAY : applyTo);
    }

    private static @Nullable Plate plate(Body body) {
        if (!body.names("plate")) {
            body.fault("plate_missing", "plate", "give the plate, or null when none can be read");
        }
        return body.plate("plate");
    }
}
