package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a price. Lines come in order of time, those of one period together, a cap after its steps.
 *
 * @param kind which rule made the line
 * @param band whose prices they are, {@code 08:00-20:00}; null when not the band's own
 * @param units started units of time that it charges; null unless a step
 * @param price of one unit; null unless a step
 * @param amount what the line adds; negative when it takes off
 */
public record PriceLine(
        Kind kind,
        @Nullable String band,
        @Nullable Long units,
        @Nullable Money price,
        Money amount) {

    /** Which rule made a line. */
    public enum Kind {
        STEP,
        CAP,
        ADJUSTMENT,
        ROUNDING
    }
}
