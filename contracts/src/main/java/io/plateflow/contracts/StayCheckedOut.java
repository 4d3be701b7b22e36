package io.plateflow.contracts;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.UUID;

/**
 * A person pressed "Cobrar".
 *
 * @param requestId repeats of one are one
 * @param zone of the stay
 * @param plate of the stay, which places the command beside its sightings
 * @param captureId a capture of the stay; it applies to whichever stay holds it
 * @param at when the stay ends: the instant of the quote that was shown
 * @param by user name
 */
public record StayCheckedOut(UUID requestId, String zone, Plate plate, UUID captureId, Instant at, String by)
        implements Command {
    public static final String TYPE = "stay.checkout";
}
