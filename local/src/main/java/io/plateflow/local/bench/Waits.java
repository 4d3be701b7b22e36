package io.plateflow.local.bench;

import java.time.Duration;
import java.util.List;

/** How long each of several things took. */
record Waits(List<Duration> sorted) {

    Waits {
        sorted = sorted.stream().sorted().toList();
    }

    /** The shortest that {@code percent} of them did not exceed (nearest rank); zero of none. */
    Duration percentile(int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, rank - 1));
    }
}
