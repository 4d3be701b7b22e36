package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices a stay of whole minutes one minute at a time, as a person with a watch would; where no clock changes. */
final class MinuteOracle {
    private final Tariff tariff;

    /** The time that shares steps and a cap. */
    private record Key(@Nullable Band band, Object period) {}

    MinuteOracle(Tariff tariff) {
        this.tariff = tariff;
    }

    BigDecimal price(Instant entry, Instant exit, @Nullable String vehicleClass) {
        long elapsed = ChronoUnit.MINUTES.between(entry, exit);
        long grace = tariff.grace().toMinutes();
        boolean deducted = tariff.graceMode() == Tariff.GraceMode.DEDUCTED;
        if (!deducted && elapsed <= grace) {
            return BigDecimal.ZERO.setScale(2);
        }
        Map<Key, Integer> minutes = new LinkedHashMap<>();
        for (long minute = deducted ? grace : 0, first = minute; minute < elapsed; minute++) {
            Key key = key(entry.plus(Duration.ofMinutes(minute)), (minute - first) / 1440);
            if (key != null) {
                minutes.merge(key, 1, Integer::sum);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Key, Integer> period : minutes.entrySet()) {
            sum = sum.add(price(period.getKey().band(), period.getValue()));
        }
        for (Adjustment adjustment : tariff.adjustments()) {
            if (adjustment.vehicleClass().equals(vehicleClass)) {
                sum = sum.multiply(adjustment.factor());
            }
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    /** Null when the minute is free. */
    private @Nullable Key key(Instant minute, long day) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, tariff.timeZone());
        Key occurrence = null;
        for (Band band : tariff.bands()) {
            boolean overnight = !band.to().isAfter(band.from());
            boolean begun = !local.toLocalTime().isBefore(band.from());
            boolean ended = !local.toLocalTime().isBefore(band.to());
            if (begun && (overnight || !ended) && on(band, local.toLocalDate())) {
                occurrence = new Key(band, local.toLocalDate());
            } else if (overnight && !ended && on(band, local.toLocalDate().minusDays(1))) {
                occurrence = new Key(band, local.toLocalDate().minusDays(1));
            }
        }
        if (occurrence == null && !tariff.bands().isEmpty()) {
            return null;
        }
        return switch (tariff.per()) {
            case STAY -> new Key(null, "stay");
            case DAY -> new Key(null, local.toLocalDate());
            case ROLLING_24H -> new Key(null, day);
            case BAND -> occurrence;
        };
    }

    private boolean on(Band band, LocalDate date) {
        return band.days().contains(date.getDayOfWeek())
                && (band.holidays() || !tariff.holidays().contains(date));
    }

    /** Puts a coin in at each started unit, and stops at the cap. */
    private BigDecimal price(@Nullable Band band, int minutes) {
        List<BigDecimal> coins = new ArrayList<>();
        for (Step step : band == null || band.steps().isEmpty() ? tariff.steps() : band.steps()) {
            long end = step.to() == null ? minutes : Math.min(minutes, step.to().toMinutes());
            for (long at = step.from().toMinutes();
                    at < end;
                    at += step.increment().toMinutes()) {
                coins.add(step.price());
            }
        }
        BigDecimal sum = coins.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cap = band == null || band.cap() == null ? tariff.cap() : band.cap();
        return cap == null ? sum : sum.min(cap);
    }
}
