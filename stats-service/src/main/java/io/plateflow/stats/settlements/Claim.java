package io.plateflow.stats.settlements;

import io.plateflow.stats.query.Amount;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that somebody is about to take.
 *
 * @param n which of the stay's payments it is, counted from 0
 * @param attempt what comes twice under one is one payment
 * @param request of its command
 * @param owed for the stay before it; null where nobody can tell
 * @param by user name
 */
public record Claim(
        UUID stay,
        int n,
        UUID attempt,
        UUID request,
        Settlement settlement,
        @Nullable Amount owed,
        String by,
        Instant at) {}
