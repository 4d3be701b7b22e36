package io.plateflow.stats.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A viewer that has connected and hears of nothing yet.
 *
 * @param lastSeen id of the last event it was sent, by any instance; null when it begins
 * @param nanos when it came
 */
record Newcomer(Viewer viewer, @Nullable String lastSeen, long nanos) {
    /** How long it may wait for this instance to reach what another told it. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();

    boolean mayWait(long now) {
        return now - nanos < PATIENCE_NANOS;
    }
}
