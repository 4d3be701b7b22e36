package io.plateflow.domain.stay;

import java.time.Instant;
import java.util.UUID;

/** What a person decided about whichever stay holds a capture; repeats of one request are one. */
public sealed interface Decision {

    UUID requestId();

    /** A capture of the stay. */
    UUID captureId();

    /** "Cobrar": the stay ends {@code at}; of several the earliest counts. */
    record Checkout(UUID requestId, UUID captureId, Instant at) implements Decision {}

    /** The stay ended at {@code exitAt}, whatever photos say. */
    record ExitDeclared(UUID requestId, UUID captureId, Instant exitAt, Instant decidedAt) implements Resolution {}

    /** The EXIT that found no ENTRY had come in at {@code entryAt}. */
    record EntryDeclared(UUID requestId, UUID captureId, Instant entryAt, Instant decidedAt) implements Resolution {}

    /** Both captures are of one stay, and of the vehicle that {@code joinCaptureId} shows. */
    record Joined(UUID requestId, UUID captureId, UUID joinCaptureId, Instant decidedAt) implements Resolution {}

    /** There was no stay. */
    record Cancelled(UUID requestId, UUID captureId, Instant decidedAt) implements Resolution {}

    /** The stay is not charged. */
    record Waived(UUID requestId, UUID captureId, Instant decidedAt) implements Decision {}

    /** Someone contests the charge, which stays in force meanwhile. */
    record Disputed(UUID requestId, UUID captureId, Instant decidedAt) implements Decision {}

    /** The end of disputes raised before it; {@code voided}: the stay is not charged. */
    record DisputeSettled(UUID requestId, UUID captureId, Instant decidedAt, boolean voided) implements Decision {}

    /** How a doubtful stay is to be understood; of several on one stay the latest counts, then by requestId. */
    sealed interface Resolution extends Decision {
        Instant decidedAt();
    }
}
