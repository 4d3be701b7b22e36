package io.plateflow.domain.stay;

import io.plateflow.domain.stay.Stay.State;
import io.plateflow.domain.tariff.Price;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Tariffs;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.domain.tariff.Vehicles;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a stay is priced: all of it was in force when the stay began.
 *
 * @param tariff the version; null while none of it is known
 * @param vehicleClass of the plate; null when it has none
 * @param exempt whether the vehicle pays nothing
 */
public record Terms(@Nullable Tariff tariff, @Nullable String vehicleClass, boolean exempt) {

    /** Of {@code stay}; versions of other tariffs and vehicles are skipped, and {@code original@1} is always known. */
    public static Terms of(Stay stay, Collection<Tariff> tariffs, Collection<Vehicle> vehicles) {
        Stream<Tariff> builtIn = Stream.of(Tariff.ORIGINAL);
        Stream<Tariff> published = tariffs.stream().filter(t -> !t.reference().equals(Tariff.ORIGINAL.reference()));
        Optional<Tariff> tariff = Tariffs.inForce(
                Stream.concat(builtIn, published)
                        .filter(t -> t.id().equals(stay.rules().tariff()))
                        .toList(),
                stay.from());
        Optional<Vehicle> vehicle = Vehicles.inForce(
                vehicles.stream().filter(v -> v.plate().equals(stay.plate())).toList(), stay.zone(), stay.from());
        return new Terms(
                tariff.orElse(null),
                vehicle.map(Vehicle::vehicleClass).orElse(null),
                vehicle.map(Vehicle::exempt).orElse(false));
    }

    /** What is due for {@code stay}: nothing unless it is CLOSED, was not voided by a person, and its tariff is known. */
    public Optional<Price> due(Stay stay) {
        return isDue(stay) ? priceUntil(stay, stay.end().orElseThrow()) : Optional.empty();
    }

    /** What {@code stay} has cost so far; none while its tariff or entry is unknown, or once it was cancelled or voided. */
    public Optional<Price> provisional(Stay stay, Instant now) {
        boolean isLoneExit = stay.state() == State.NEEDS_REVIEW && stay.end().isPresent();
        return isLoneExit || stay.waived() || stay.state() == State.CANCELLED
                ? Optional.empty()
                : priceUntil(stay, stay.provisionalEnd(now));
    }

    /** The flags of {@code stay}, and NO_TARIFF when only its tariff is missing for a charge. */
    public Set<String> flags(Stay stay) {
        Set<String> flags = new HashSet<>(stay.flags());
        if (isDue(stay) && tariff == null) {
            flags.add(StayFlag.NO_TARIFF.name());
        }
        return Set.copyOf(flags);
    }

    private Optional<Price> priceUntil(Stay stay, Instant end) {
        return Optional.ofNullable(tariff)
                .map(t -> stay.has(StayFlag.SINGLE_SIGHTING)
                        ? t.priceOfSingleSighting(stay.from(), vehicleClass, exempt)
                        : t.price(stay.from(), end, vehicleClass, exempt));
    }

    private static boolean isDue(Stay stay) {
        return stay.state() == State.CLOSED && !stay.waived();
    }
}
