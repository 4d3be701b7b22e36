package io.plateflow.stats.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay as it is answered.
 *
 * @param elapsedSeconds from its start to its end, or to now
 * @param amountSoFar what it costs at {@code quotedAt}; once it ended, in all
 * @param paid for it, by currency; empty when nothing was
 * @param quotedAt absent once it ended, and once billing dropped it
 * @param ledgerClosedAt when billing dropped it: it changes no more, and an open one costs nothing that could be charged
 * @param chargeId of the charge in force
 */
public record StayAnswer(
        UUID id,
        String plate,
        String zone,
        String state,
        PlaceAnswer place,
        Instant from,
        @Nullable Instant to,
        @Nullable String closedBy,
        List<String> flags,
        List<UUID> captureIds,
        String tariff,
        long elapsedSeconds,
        @Nullable Amount amountSoFar,
        List<Amount> paid,
        @Nullable Instant quotedAt,
        @Nullable Instant ledgerClosedAt,
        @Nullable UUID chargeId,
        @Nullable UUID supersededBy) {}
