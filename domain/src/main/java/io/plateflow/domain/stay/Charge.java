package io.plateflow.domain.stay;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Tariff;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a stay costs. Two charges that are equal are the same money: ids, revisions and times of issue are no part of it.
 *
 * @param zone of the stay
 * @param plate who is charged
 * @param firstCapture of the stay
 * @param from of the stay
 * @param to of the stay
 * @param amount in the currency's minor unit
 * @param tariff {@code id@version}
 * @param flags what is doubtful
 */
public record Charge(
        String zone,
        Plate plate,
        UUID firstCapture,
        Instant from,
        Instant to,
        Money amount,
        String tariff,
        Set<String> flags) {

    public Charge {
        flags = Set.copyOf(flags);
    }

    /** The charge of {@code stay} by {@code tariff}: there is one exactly when the stay has ended. */
    public static Optional<Charge> of(Stay stay, Tariff tariff) {
        return stay.end()
                .map(to -> new Charge(
                        stay.zone(),
                        stay.plate(),
                        stay.firstCapture(),
                        stay.from(),
                        to,
                        tariff.price(stay.from(), to).amount(),
                        tariff.reference(),
                        stay.flags()));
    }
}
