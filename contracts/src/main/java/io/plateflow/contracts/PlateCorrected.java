package io.plateflow.contracts;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person said what the plate is. It carries the whole sighting, stands above every end, and counts as confirmation.
 *
 * @param captureId of the photo
 * @param attempt of the end that the person saw
 * @param at when the person decided
 * @param n counted from 1 within the capture and given out once; the highest one is in force
 * @param capture what was known of the photo
 * @param plate the effective plate; null when a person says that none can be read
 * @param candidates other plates that it may be
 * @param by user name
 * @param reason the person's own word
 * @param requestId repeats of one are one
 */
public record PlateCorrected(
        UUID captureId,
        int attempt,
        Instant at,
        int n,
        Capture capture,
        @Nullable Plate plate,
        Set<Plate> candidates,
        String by,
        String reason,
        UUID requestId)
        implements Reading {
    public static final String TYPE = "plate.corrected";

    /** @throws IllegalArgumentException when {@code n} is below 1 */
    public PlateCorrected {
        if (n < 1) {
            throw new IllegalArgumentException("corrections are counted from 1");
        }
        candidates = candidates == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
    }
}
