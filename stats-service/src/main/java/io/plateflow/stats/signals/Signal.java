package io.plateflow.stats.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest photo of a camera.
 *
 * @param keyId the API key that sent it
 * @param camera the sender's name of the camera; empty where none was given
 * @param zone of its place
 * @param receivedAt by the gateway's clock
 * @param capturedAt by its own
 * @param skew median of receivedAt − capturedAt over its latest photos: above zero its clock is behind, or its photos are
 *     late; null where it names no times
 */
public record Signal(
        String keyId,
        String camera,
        @Nullable String zone,
        UUID captureId,
        Instant receivedAt,
        Instant capturedAt,
        @Nullable Duration skew) {

    /** The one of the later photo. */
    public static Signal later(Signal one, Signal other) {
        return other.receivedAt.isAfter(one.receivedAt) ? other : one;
    }
}
