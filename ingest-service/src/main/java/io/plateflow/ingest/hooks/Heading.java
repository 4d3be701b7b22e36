package io.plateflow.ingest.hooks;

import io.plateflow.domain.stay.Direction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which way a vehicle went, seen from its camera: only the camera's record says what that means at the site. */
enum Heading {
    FORWARD,
    REVERSE;

    /** Null for unknown, and for every word that means neither. */
    static @Nullable Heading of(@Nullable String word) {
        return switch (word == null ? "" : word.strip().toLowerCase(Locale.ROOT)) {
            case "forward", "obverse", "approach" -> FORWARD;
            case "reverse", "leave" -> REVERSE;
            default -> null;
        };
    }

    /** @param forward what forward means at this camera */
    @Nullable
    Direction at(@Nullable Direction forward) {
        if (this == FORWARD || forward == null) {
            return forward;
        }
        return switch (forward) {
            case ENTRY -> Direction.EXIT;
            case EXIT -> Direction.ENTRY;
            case PASS, SIGHTING -> forward;
        };
    }
}
