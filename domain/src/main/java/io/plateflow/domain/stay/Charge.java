package io.plateflow.domain.stay;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
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

    /** The charge of {@code stay}: none unless something is due for it. A dispute is on the stay, not on its charge. */
    public static Optional<Charge> of(Stay stay, Collection<Tariff> tariffs, Collection<Vehicle> vehicles) {
        return of(stay, Terms.of(stay, tariffs, vehicles));
    }

    /** The charge of {@code stay} by its {@code terms}. */
    public static Optional<Charge> of(Stay stay, Terms terms) {
        return terms.due(stay)
                .map(price -> new Charge(
                        stay.zone(),
                        stay.plate(),
                        stay.firstCapture(),
                        stay.from(),
                        stay.end().orElseThrow(),
                        price.amount(),
                        Objects.requireNonNull(terms.tariff()).reference(),
                        stay.flags().stream()
                                .filter(flag -> !flag.equals(StayFlag.DISPUTED.name()))
                                .collect(toUnmodifiableSet())));
    }
}
