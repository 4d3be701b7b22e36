package io.plateflow.stats.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How fast a disk fills: what was free on it over the last two hours, as {@code ./plateflow status} reckons too. */
final class Growth {
    /** With one every five minutes: two hours. */
    private static final int SAMPLES = 24;
    /** What grows for a shorter time may only be a file that is soon gone. */
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private static final double SECONDS_OF_A_DAY = 86_400;

    private record Sample(Instant at, long free) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    synchronized void note(Instant at, long free) {
        samples.addLast(new Sample(at, free));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    /** How long {@code free} bytes last; null while that is not known, and when nothing grows. */
    synchronized @Nullable Double daysLeft(Instant now, long free) {
        Sample first = samples.peekFirst();
        if (first == null || Duration.between(first.at, now).compareTo(SHORTEST) < 0 || first.free <= free) {
            return null;
        }
        double days = Duration.between(first.at, now).toSeconds() / SECONDS_OF_A_DAY;
        return free / ((first.free - free) / days);
    }
}
