package io.plateflow.billing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How much background work one transaction takes: so many steps, and no longer than a while, well within the time that a
 * transaction may last.
 */
final class Allowance {
    private static final int STEPS = 1000;
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final Clock clock;
    private final Instant until;
    private int left = STEPS;

    Allowance(Clock clock) {
        this.clock = clock;
        this.until = clock.instant().plus(LONGEST);
    }

    /** Whether there is enough for one more step; the first is always granted. */
    boolean covers() {
        return left == STEPS || (left > 0 && !clock.instant().isAfter(until));
    }

    void spend() {
        left--;
    }
}
