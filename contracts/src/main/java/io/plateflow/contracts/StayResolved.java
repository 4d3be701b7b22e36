package io.plateflow.contracts;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person decided what the machine could not: exactly one of exit, entry, join and cancel.
 *
 * @param requestId repeats of one are one
 * @param zone of the stay
 * @param captureId a capture of the stay
 * @param at when it was decided
 * @param by user name
 * @param reason the person's own word
 * @param exitAt when the vehicle left
 * @param entryAt when it had come
 * @param joinCaptureId a capture of the stay that this one belongs to
 * @param cancel true: there was no stay
 */
public record StayResolved(
        UUID requestId,
        String zone,
        UUID captureId,
        Instant at,
        String by,
        String reason,
        @Nullable Instant exitAt,
        @Nullable Instant entryAt,
        @Nullable UUID joinCaptureId,
        @Nullable Boolean cancel)
        implements Command {
    public static final String TYPE = "stay.resolve";

    /** @throws IllegalArgumentException unless exactly one decision is given */
    public StayResolved {
        long decisions = Stream.of(exitAt != null, entryAt != null, joinCaptureId != null, Boolean.TRUE.equals(cancel))
                .filter(given -> given)
                .count();
        if (decisions != 1) {
            throw new IllegalArgumentException(
                    "a stay is resolved by exactly one of exitAt, entryAt, joinCaptureId, cancel");
        }
    }
}
