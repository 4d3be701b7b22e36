package io.plateflow.domain.stay;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's "Cobrar": the stay that holds the capture ends at this instant.
 *
 * @param requestId the request; repeats of one are one
 * @param captureId a capture of the stay; the checkout applies to whichever stay holds it
 * @param at when the stay ends
 */
public record Checkout(UUID requestId, UUID captureId, Instant at) {}
