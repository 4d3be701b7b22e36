package io.plateflow.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record could not be worked on; it lies in {@code captures.dlq} with its cause.
 *
 * @param captureId whose end this is
 * @param attempt of the capture
 * @param at when it was decided
 * @param capture what was known of the photo; null when its headers could not be read
 * @param cause {@code worker-died}, {@code malformed-image}, {@code malformed-headers} or {@code timed-out}
 * @param detail one sentence for a person
 */
public record PlateRejected(
        UUID captureId, int attempt, Instant at, @Nullable Capture capture, String cause, String detail)
        implements Reading {
    public static final String TYPE = "plate.rejected";
}
