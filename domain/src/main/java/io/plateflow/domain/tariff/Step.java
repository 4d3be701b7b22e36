package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The price of a stretch of the time billed in one period.
 *
 * @param from billed time at which it begins; whole seconds
 * @param to billed time at which it ends, exclusive; null: it never ends
 * @param increment the unit of time that is charged once it has started; whole seconds
 * @param price of one started unit
 */
public record Step(Duration from, @Nullable Duration to, Duration increment, BigDecimal price) {

    /** @throws IllegalArgumentException when it could not be charged */
    public Step {
        if (from.isNegative()
                || increment.isNegative()
                || increment.isZero()
                || (to != null && to.compareTo(from) <= 0)
                || !isWhole(from)
                || !isWhole(increment)
                || (to != null && !isWhole(to))) {
            throw new IllegalArgumentException("a step runs forward in whole seconds and has an increment above zero");
        }
        if (price.signum() < 0) {
            throw new IllegalArgumentException("a price is never negative");
        }
    }

    /** Started units among the first {@code billedSeconds} of a period; an exact boundary starts no new one. */
    long units(long billedSeconds) {
        long end = to == null ? billedSeconds : Math.min(billedSeconds, to.toSeconds());
        long inside = Math.max(0, end - from.toSeconds());
        return (inside + increment.toSeconds() - 1) / increment.toSeconds();
    }

    /** Whether it begins where {@code previous} ends; the first step of a list begins at zero. */
    boolean follows(@Nullable Step previous) {
        return previous == null ? from.isZero() : from.equals(previous.to);
    }

    /** Whether each second of a period belongs to one step, up to the end of the last. */
    static boolean areWithoutGap(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).follows(i == 0 ? null : steps.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    /** What {@code steps} charge for the first {@code billedSeconds} of a period. */
    static BigDecimal sum(List<Step> steps, long billedSeconds) {
        return steps.stream()
                .map(s -> s.price.multiply(BigDecimal.valueOf(s.units(billedSeconds))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean isWhole(Duration duration) {
        return duration.truncatedTo(ChronoUnit.SECONDS).equals(duration);
    }
}
