package io.plateflow.domain.tariff;

import io.plateflow.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a stay that lasts costs more.
 *
 * @param at the last instant at which it does not; an exact boundary starts no new unit
 * @param amount what it costs after that
 */
public record Rise(Instant at, Money amount) {

    /**
     * The first rise after {@code now}, exact to the microsecond; empty when there is none {@code within} so long. It asks
     * about 40 prices: a longer stay never costs less, so halving finds where the amount changes.
     *
     * @param price of the stay if it ends at an instant
     */
    public static Optional<Rise> after(Instant now, Duration within, Function<Instant, Price> price) {
        Money before = price.apply(now).amount();
        long same = 0;
        long more = ChronoUnit.MICROS.between(now, now.plus(within));
        if (price.apply(now.plus(within)).amount().equals(before)) {
            return Optional.empty();
        }
        while (more - same > 1) {
            long middle = same + (more - same) / 2;
            if (price.apply(now.plus(middle, ChronoUnit.MICROS)).amount().equals(before)) {
                same = middle;
            } else {
                more = middle;
            }
        }
        return Optional.of(new Rise(
                now.plus(same, ChronoUnit.MICROS),
                price.apply(now.plus(more, ChronoUnit.MICROS)).amount()));
    }
}
