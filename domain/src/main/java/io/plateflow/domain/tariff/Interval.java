package io.plateflow.domain.tariff;

import java.time.Duration;
import java.time.Instant;

/** The time [from, to) between two instants; empty when they are equal. */
record Interval(Instant from, Instant to) {

    /** Empty at {@code from} when {@code to} lies before it. */
    static Interval of(Instant from, Instant to) {
        return new Interval(from, to.isAfter(from) ? to : from);
    }

    boolean isEmpty() {
        return from.equals(to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** What both have in common; empty when they are apart. */
    Interval within(Interval other) {
        return of(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }
}
