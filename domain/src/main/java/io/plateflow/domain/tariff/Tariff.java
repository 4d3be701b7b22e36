package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A tariff by the started unit of time.
 *
 * @param id name, for example {@code original}
 * @param version counted from 1; a published version never changes
 * @param increment the unit of time that is charged once it has started
 * @param price the price of one started unit
 */
public record Tariff(String id, int version, Duration increment, Money price) {
    /** What the first program charged: 500.00 ARS per started hour, {@code ceil(hours since capture) × 500}. */
    public static final Tariff ORIGINAL = new Tariff("original", 1, Duration.ofHours(1), Money.of("500.00", "ARS"));

    public Tariff {
        if (id.isBlank() || version < 1 || increment.isNegative() || increment.isZero()) {
            throw new IllegalArgumentException("a tariff has an id, a version from 1 and an increment above zero");
        }
    }

    /** {@code id@version}, as charges name it. */
    public String reference() {
        return id + "@" + version;
    }

    /** The price of [entry, exit); an exact boundary starts no new unit; an exit before the entry costs nothing. */
    public Price price(Instant entry, Instant exit) {
        Duration elapsed = exit.isAfter(entry) ? Duration.between(entry, exit) : Duration.ZERO;
        long units = elapsed.dividedBy(increment);
        if (!increment.multipliedBy(units).equals(elapsed)) {
            units++;
        }
        Money amount = price.times(units).rounded();
        return new Price(amount, List.of(new PriceLine(PriceLine.Kind.STEP, units, price, amount)));
    }
}
