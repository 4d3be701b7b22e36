package io.plateflow.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A person voided the charge of a stay: the stay stands, and owes nothing.
 *
 * @param requestId repeats of one are one
 * @param zone of the stay
 * @param captureId a capture of the stay
 * @param at when it was decided
 * @param by user name
 * @param reason the person's own word
 */
public record ChargeVoidAsked(UUID requestId, String zone, UUID captureId, Instant at, String by, String reason)
        implements Command {
    public static final String TYPE = "charge.void";
}
