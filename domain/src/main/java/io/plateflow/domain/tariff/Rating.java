package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices one stay: exempt → grace → clip to bands → tiers and cap of each period → adjustment → rounding, once. Each adds
 * the line that explains it, so that the lines always sum to the amount.
 */
final class Rating {
    private final Tariff tariff;
    private final Interval stay;
    private final Duration grace;
    private final List<PriceLine> lines = new ArrayList<>();
    private BigDecimal total = BigDecimal.ZERO;
    private Duration billed = Duration.ZERO;

    /** Time of a stay that is billed, and the band that it lies in. */
    private record Stretch(@Nullable Band band, Interval time) {}

    Rating(Tariff tariff, Interval stay, Duration grace) {
        this.tariff = tariff;
        this.stay = stay;
        this.grace = grace;
    }

    Price price(@Nullable String vehicleClass, boolean exempt) {
        if (!exempt) {
            if (tariff.price() != null) {
                charge(null, 1, tariff.price());
            } else {
                Interval counted = afterGrace();
                period(clip(counted), counted.from());
            }
            adjust(vehicleClass);
            add(PriceLine.Kind.ROUNDING, null, tariff.rounding().round(total).subtract(total));
        }
        return new Price(money(total), wholeSeconds(stay.length()), wholeSeconds(billed), lines);
    }

    /** A threshold looks at the stay as a whole, before any band. */
    private Interval afterGrace() {
        return switch (tariff.graceMode()) {
            case DEDUCTED -> Interval.of(stay.from().plus(grace), stay.to());
            case THRESHOLD -> stay.length().compareTo(grace) > 0 ? stay : Interval.of(stay.from(), stay.from());
        };
    }

    /** In order of time. A band that began the day before the stay may still be on. */
    private List<Stretch> clip(Interval counted) {
        if (counted.isEmpty()) {
            return List.of();
        }
        if (tariff.bands().isEmpty()) {
            return List.of(new Stretch(null, counted));
        }
        List<Stretch> stretches = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(counted.to(), tariff.timeZone());
        for (LocalDate date =
                        LocalDate.ofInstant(counted.from(), tariff.timeZone()).minusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (Band band : tariff.bands()) {
                if (band.beginsOn(date, tariff.holidays())) {
                    stretches.add(new Stretch(
                            band,
                            band.beginningOn(date, tariff.timeZone().getRules()).within(counted)));
                }
            }
        }
        stretches.removeIf(s -> s.time().isEmpty());
        stretches.sort(Comparator.comparing(s -> s.time().from()));
        return stretches;
    }

    /** Sums the time billed in each period and charges it: steps first, then what is above the cap off again. */
    private void period(List<Stretch> stretches, Instant entry) {
        if (tariff.per() == Per.BAND) {
            stretches.forEach(s -> charge(s.band(), s.time().length()));
            return;
        }
        Map<Instant, Duration> periods = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            for (Interval left = stretch.time(); !left.isEmpty(); ) {
                Instant end = tariff.per().end(left.from(), entry, tariff.timeZone());
                Interval inside = left.within(new Interval(left.from(), end));
                periods.merge(end, inside.length(), Duration::plus);
                left = new Interval(inside.to(), left.to());
            }
        }
        periods.values().forEach(time -> charge(null, time));
    }

    private void charge(@Nullable Band band, Duration time) {
        billed = billed.plus(time);
        BigDecimal before = total;
        String label = band == null ? null : band.label();
        for (Step step : band == null || band.steps().isEmpty() ? tariff.steps() : band.steps()) {
            charge(label, step.units(wholeSeconds(time)), step.price());
        }
        BigDecimal cap = band == null || band.cap() == null ? tariff.cap() : band.cap();
        if (cap != null) {
            add(PriceLine.Kind.CAP, label, cap.subtract(total.subtract(before)).min(BigDecimal.ZERO));
        }
    }

    private void charge(@Nullable String band, long units, BigDecimal price) {
        if (units > 0) {
            BigDecimal amount = price.multiply(BigDecimal.valueOf(units));
            lines.add(new PriceLine(PriceLine.Kind.STEP, band, units, money(price), money(amount)));
            total = total.add(amount);
        }
    }

    private void adjust(@Nullable String vehicleClass) {
        tariff.adjustments().stream()
                .filter(a -> a.appliesTo(vehicleClass))
                .forEach(a -> add(
                        PriceLine.Kind.ADJUSTMENT,
                        null,
                        total.multiply(a.factor()).subtract(total)));
    }

    private void add(PriceLine.Kind kind, @Nullable String band, BigDecimal amount) {
        if (amount.signum() != 0) {
            lines.add(new PriceLine(kind, band, null, null, money(amount)));
            total = total.add(amount);
        }
    }

    /** With the currency's digits, and those beyond that mean something. */
    private Money money(BigDecimal amount) {
        int digits = tariff.currency().getDefaultFractionDigits();
        BigDecimal shown = amount.scale() > digits ? amount.stripTrailingZeros() : amount;
        return new Money(shown.setScale(Math.max(digits, shown.scale())), tariff.currency());
    }

    /** Rounded up: with steps of whole seconds that changes no number of units, whatever part of a second there is. */
    private static long wholeSeconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
