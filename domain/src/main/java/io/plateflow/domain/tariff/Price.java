package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * An amount and the lines that explain it.
 *
 * @param amount what is charged
 * @param elapsedSeconds from entry to exit, a begun second counted whole
 * @param billedSeconds what remained of them after grace and bands, a begun second counted whole
 * @param lines sum exactly to {@code amount}; none when nothing was charged
 */
public record Price(Money amount, long elapsedSeconds, long billedSeconds, List<PriceLine> lines) {

    /** @throws IllegalArgumentException when the lines do not sum to the amount */
    public Price {
        lines = List.copyOf(lines);
        BigDecimal sum = lines.stream().map(l -> l.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(amount.amount()) != 0) {
            throw new IllegalArgumentException("lines sum to " + sum + ", not to " + amount.amount());
        }
    }
}
