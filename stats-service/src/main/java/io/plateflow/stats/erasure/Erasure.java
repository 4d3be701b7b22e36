package io.plateflow.stats.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as it is answered; a plate is never said.
 *
 * @param alias what stands for the plate; null when one capture was meant
 * @param captureId null when a plate was meant
 * @param until what was photographed up to then is erased, whenever it comes
 * @param captures erased so far
 * @param doneAt when all was; null until then
 */
record Erasure(
        UUID id,
        @Nullable String alias,
        @Nullable UUID captureId,
        Instant until,
        Instant askedAt,
        String askedBy,
        String reason,
        long captures,
        @Nullable Instant doneAt) {}
