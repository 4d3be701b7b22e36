package io.plateflow.domain.money;

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

    public void subtract(Money money) {
        add(new Money(money.amount().negate(), money.currency()));
    }

    public void addAll(Sums others) {
        others.sums.values().forEach(this::add);
    }

    /** These, with {@code others} taken off; both stay as they are. */
    public Sums less(Sums others) {
        Sums difference = new Sums();
        difference.addAll(this);
        others.sums.values().forEach(difference::subtract);
        return difference;
    }

    /** By currency, rounded to its minor unit. */
    public List<Money> all() {
        return sums.values().stream().map(Money::rounded).toList();
    }

    /** What is not zero, by currency. */
    public List<Money> changes() {
        return all().stream()
                .filter(m -> m.amount().compareTo(BigDecimal.ZERO) != 0)
                .toList();
    }
}
