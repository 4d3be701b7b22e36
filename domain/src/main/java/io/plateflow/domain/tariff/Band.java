package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the week that are charged; time outside every band is free.
 *
 * @param days on which it begins
 * @param from local time at which it begins
 * @param to local time at which it ends, exclusive; when not after {@code from}, on the next day
 * @param holidays whether it begins on holidays too
 * @param cap the most it costs each time; null: the tariff's
 * @param steps of its own; none: the tariff's
 */
public record Band(
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime to,
        boolean holidays,
        @Nullable BigDecimal cap,
        List<Step> steps) {
    private static final int DAY = 86_400;
    private static final int WEEK = 7 * DAY;

    /** @throws IllegalArgumentException when it never applies or its price is unsound */
    public Band {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        steps = List.copyOf(steps);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a band begins on some day");
        }
        if ((cap != null && cap.signum() < 0) || !Step.areWithoutGap(steps)) {
            throw new IllegalArgumentException("a band's cap is not negative and its steps leave no gap");
        }
    }

    /** As lines of a price name it, {@code 08:00-20:00}. */
    String label() {
        return from + "-" + to;
    }

    boolean beginsOn(LocalDate date, Set<LocalDate> holidayDates) {
        return days.contains(date.getDayOfWeek()) && (holidays || !holidayDates.contains(date));
    }

    /** The time it covers when it begins on {@code date}. */
    Interval beginningOn(LocalDate date, ZoneRules zone) {
        return new Interval(
                instant(date.atTime(from), zone), instant((endsNextDay() ? date.plusDays(1) : date).atTime(to), zone));
    }

    /** On the wall clock, of the day on which no clock changes. */
    Duration length() {
        return Duration.ofSeconds(to.toSecondOfDay() - from.toSecondOfDay() + (endsNextDay() ? DAY : 0));
    }

    /** Whether some second of an ordinary week belongs to both. */
    boolean overlaps(Band other) {
        return days.stream()
                .anyMatch(mine -> other.days.stream().anyMatch(theirs -> {
                    int ahead = Math.floorMod(other.secondOfWeek(theirs) - secondOfWeek(mine), WEEK);
                    return ahead < length().toSeconds()
                            || WEEK - ahead < other.length().toSeconds();
                }));
    }

    boolean hasPricesOfItsOwn() {
        return cap != null || !steps.isEmpty();
    }

    private boolean endsNextDay() {
        return !to.isAfter(from);
    }

    private int secondOfWeek(DayOfWeek day) {
        return day.getValue() * DAY + from.toSecondOfDay();
    }

    /** A time that a change of clocks skips is the instant of the change; one that it repeats is the first of both. */
    private static Instant instant(LocalDateTime local, ZoneRules zone) {
        List<ZoneOffset> offsets = zone.getValidOffsets(local);
        return offsets.isEmpty() ? zone.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }
}
