package io.plateflow.stats.reports;

import io.plateflow.stats.query.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exact money by currency. */
final class Sums {
    private final SortedMap<String, BigDecimal> byCurrency = new TreeMap<>();

    void add(String currency, BigDecimal amount) {
        byCurrency.merge(currency, amount, BigDecimal::add);
    }

    void addAll(Sums others) {
        others.byCurrency.forEach(this::add);
    }

    Sums less(Sums others) {
        Sums difference = new Sums();
        difference.addAll(this);
        others.byCurrency.forEach((currency, amount) -> difference.add(currency, amount.negate()));
        return difference;
    }

    List<Amount> amounts() {
        return byCurrency.entrySet().stream()
                .map(sum -> Amount.of(sum.getValue(), sum.getKey()))
                .toList();
    }
}
