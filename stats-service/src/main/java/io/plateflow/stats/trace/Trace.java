package io.plateflow.stats.trace;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.CaptureAnswer;
import io.plateflow.stats.query.ChargeAnswer;
import io.plateflow.stats.query.StayAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that a charge rests on and that followed from it.
 *
 * @param captures the photos and what was read from them, earliest first
 * @param corrections what persons said that their plates are, in the order in which they did
 * @param stay as it stands now; absent until it is known
 * @param decisions what persons decided about the stay, earliest first
 * @param settlements what was paid for it, earliest first
 * @param revisions every charge of these captures, this one included, in the order of posting
 */
public record Trace(
        List<CaptureAnswer> captures,
        List<Corrected> corrections,
        @Nullable StayAnswer stay,
        List<Decided> decisions,
        List<Settled> settlements,
        List<ChargeAnswer> revisions) {

    /** A person's correction; {@code plate} is absent when none could be read. */
    public record Corrected(UUID captureId, int n, @Nullable String plate, String reason, String by, Instant at) {}

    /**
     * A person's decision.
     *
     * @param kind for example {@code stay.checkout}
     * @param command as it was sent
     */
    public record Decided(UUID requestId, String kind, UUID captureId, String by, Instant at, JsonNode command) {}

    /** A payment, or with an amount below zero what was given back. */
    public record Settled(
            UUID requestId,
            Amount amount,
            String method,
            @Nullable String reference,
            String by,
            Instant at) {}
}
