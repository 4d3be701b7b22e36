package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * An amount and the lines that explain it.
 *
 * @param amount what is charged
 * @param lines sum exactly to {@code amount}
 */
public record Price(Money amount, List<PriceLine> lines) {

    /** @throws IllegalArgumentException when the lines do not sum to the amount */
    public Price {
        lines = List.copyOf(lines);
        BigDecimal sum = lines.stream().map(l -> l.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(amount.amount()) != 0) {
            throw new IllegalArgumentException("lines sum to " + sum + ", not to " + amount.amount());
        }
    }
}
