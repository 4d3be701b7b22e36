package io.plateflow.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A charge is no longer in force.
 *
 * @param id of the charge that is voided
 * @param stayId of its stay
 * @param revision of the charge that is voided
 * @param reason {@code recomputed}, {@code superseded} or {@code voided}
 * @param postedAt when it was voided
 */
public record ChargeVoided(UUID id, UUID stayId, int revision, String reason, Instant postedAt) implements ChargeEvent {
    public static final String TYPE = "charge.voided";
}
