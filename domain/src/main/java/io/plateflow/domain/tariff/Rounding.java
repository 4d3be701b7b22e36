package io.plateflow.domain.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * How an amount is rounded, once, at the end.
 *
 * @param unit the amount becomes a multiple of it, in units of the currency
 * @param mode which multiple
 */
public record Rounding(BigDecimal unit, RoundingMode mode) {

    /** @throws IllegalArgumentException when some amount could not be rounded so */
    public Rounding {
        if (unit.signum() <= 0 || mode == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("rounding has a unit above zero and a mode that always rounds");
        }
    }

    /** To the currency's minor unit, half up. */
    static Rounding to(Currency currency) {
        return new Rounding(minorUnit(currency), RoundingMode.HALF_UP);
    }

    /** ISO 4217: 0.01 of a peso, 1 of a Chilean one. */
    static BigDecimal minorUnit(Currency currency) {
        return BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
    }

    BigDecimal round(BigDecimal amount) {
        return amount.divide(unit, 0, mode).multiply(unit);
    }
}
