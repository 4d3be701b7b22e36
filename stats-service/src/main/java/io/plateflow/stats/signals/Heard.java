package io.plateflow.stats.signals;

import io.plateflow.contracts.Capture;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one sender's photos say, the latest of them counting. */
final class Heard {
    private static final int SAMPLES = 25;

    private final long[] skews = new long[SAMPLES];
    private int taken;
    private boolean changed;
    Instant receivedAt = Instant.MIN;
    Instant capturedAt = Instant.MIN;
    UUID captureId = new UUID(0, 0);

    /** One from before the latest says nothing new: it was written already, or passed on the way. */
    void take(Capture capture) {
        if (capture.receivedAt().isBefore(receivedAt)) {
            return;
        }
        receivedAt = capture.receivedAt();
        capturedAt = capture.capturedAt();
        captureId = capture.id();
        changed = true;
        if (tellsItsClock(capture)) {
            skews[taken % SAMPLES] =
                    Duration.between(capture.capturedAt(), capture.receivedAt()).toMillis();
            taken++;
        }
    }

    /** A photo of a folder is sent long after it was taken, and one without a time has the gateway's. */
    private static boolean tellsItsClock(Capture capture) {
        return capture.priority() == Capture.Priority.LIVE && capture.timeSource() != Capture.TimeSource.RECEIVED;
    }

    /** Milliseconds; null as long as no photo had a time. */
    @Nullable
    Long medianSkew() {
        int known = Math.min(taken, SAMPLES);
        if (known == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(skews, known);
        Arrays.sort(sorted);
        return sorted[known / 2];
    }

    /** Whether something is to be written, which it then is no more. */
    boolean wasChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    void isUnwritten() {
        changed = true;
    }
}
