package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;

/**
 * One line of a price.
 *
 * @param kind which rule made the line
 * @param units started units of time that it charges
 * @param price of one unit
 * @param amount what the line adds
 */
public record PriceLine(Kind kind, long units, Money price, Money amount) {

    /** Which rule made a line. */
    public enum Kind {
        STEP,
        CAP,
        ADJUSTMENT,
        ROUNDING
    }
}
