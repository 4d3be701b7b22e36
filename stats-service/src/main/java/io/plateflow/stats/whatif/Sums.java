package io.plateflow.stats.whatif;

import io.plateflow.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Money of several currencies, summed apart. */
public final class Sums {
    private final Map<String, Money> sums = new TreeMap<>();

    public void add(Money money) {
        sums.merge(money.currency().getCurrencyCode(), money, Money::plus);
    }

    void subtract(Money money) {
        add(new Money(money.amount().negate(), money.currency()));
    }

    /** By currency. */
    public List<Money> all() {
        return sums.values().stream().map(Money::rounded).toList();
    }

    /** What is not zero, by currency. */
    List<Money> changes() {
        return all().stream()
                .filter(m -> m.amount().compareTo(BigDecimal.ZERO) != 0)
                .toList();
    }
}
