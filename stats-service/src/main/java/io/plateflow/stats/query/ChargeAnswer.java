package io.plateflow.stats.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A charge as it is answered.
 *
 * @param state ISSUED, or VOIDED once it is no longer in force
 * @param lines sum exactly to the amount
 * @param serviceDate local day on which the stay ended
 * @param disputed somebody contests it; it stays in force
 * @param paid for its stay while it is in force, whatever charge it was paid for
 * @param balance what is still owed; below zero, credit
 */
public record ChargeAnswer(
        UUID id,
        UUID stayId,
        int revision,
        String state,
        String plate,
        String zone,
        UUID firstCapture,
        Instant from,
        Instant to,
        Amount amount,
        String tariff,
        JsonNode lines,
        List<String> flags,
        LocalDate serviceDate,
        Instant postedAt,
        @Nullable Instant voidedAt,
        @Nullable String voidReason,
        boolean disputed,
        Amount paid,
        Amount balance,
        @Nullable String vehicleClass,
        @Nullable Long elapsedSeconds,
        @Nullable Long billedSeconds,
        JsonNode captureIds) {}
