package io.plateflow.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A person settled a dispute.
 *
 * @param requestId repeats of one are one
 * @param zone of the stay
 * @param captureId a capture of the stay
 * @param at when it was decided
 * @param by user name
 * @param reason the person's own word
 * @param outcome what becomes of the charge
 */
public record DisputeResolved(
        UUID requestId, String zone, UUID captureId, Instant at, String by, String reason, Outcome outcome)
        implements Command {
    public static final String TYPE = "charge.dispute.resolve";

    /** What becomes of a disputed charge. */
    public enum Outcome {
        CHARGE_STANDS,
        CHARGE_VOIDED
    }
}
