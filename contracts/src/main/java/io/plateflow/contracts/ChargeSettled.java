package io.plateflow.contracts;

import io.plateflow.domain.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money was received for a stay. It follows the capture to whichever charge is in force; billing works out none by it.
 *
 * @param requestId repeats of one are one
 * @param zone of the stay
 * @param captureId a capture of the stay
 * @param at when it was decided
 * @param by user name
 * @param amount what was received
 * @param method how, for example {@code cash}
 * @param reference of the payment, where there is one
 */
public record ChargeSettled(
        UUID requestId,
        String zone,
        UUID captureId,
        Instant at,
        String by,
        Money amount,
        String method,
        @Nullable String reference)
        implements Command {
    public static final String TYPE = "charge.settle";
}
