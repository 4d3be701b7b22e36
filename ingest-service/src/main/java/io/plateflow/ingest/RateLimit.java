package io.plateflow.ingest;

import java.time.Duration;

/**
 * How much one key may send to one replica.
 *
 * @param perMinute requests a minute in the long run; 0: no limit
 * @param burst requests at once after a pause
 */
record RateLimit(int perMinute, int burst) {
    static final RateLimit NONE = new RateLimit(0, 1);

    RateLimit {
        if (perMinute < 0 || burst < 1) {
            throw new IllegalArgumentException("a rate limit has a per-minute of 0 or more and a burst of 1 or more");
        }
    }

    boolean limits() {
        return perMinute > 0;
    }

    /** After so long without a request a key may send a whole burst again. */
    Duration full() {
        return Duration.ofMinutes(1).multipliedBy(burst).dividedBy(perMinute);
    }
}
