package io.plateflow.stats.query;

import io.plateflow.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * Money as it is answered.
 *
 * @param amount decimal string with the currency's minor digits
 * @param currency ISO 4217
 */
public record Amount(String amount, String currency) {

    public static Amount of(Money money) {
        return new Amount(
                money.rounded().amount().toPlainString(), money.currency().getCurrencyCode());
    }

    /** {@code amounts}, and zero of {@code currency} when there are none. */
    static List<Amount> orZero(List<Amount> amounts, Currency currency) {
        return amounts.isEmpty() ? List.of(of(new Money(BigDecimal.ZERO, currency))) : List.copyOf(amounts);
    }

    public static Amount of(BigDecimal amount, String currency) {
        return of(new Money(amount, Currency.getInstance(currency)));
    }
}
