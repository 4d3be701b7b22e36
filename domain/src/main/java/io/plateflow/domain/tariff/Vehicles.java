package io.plateflow.domain.tariff;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which version of a vehicle applies to a stay. */
public final class Vehicles {

    private Vehicles() {}

    /**
     * What holds for one vehicle in {@code zone} at {@code at}. The highest of its {@code versions} that has begun decides
     * alone: where it names other zones or has ended nothing holds, and no earlier version comes back.
     */
    public static Optional<Vehicle> inForce(Collection<Vehicle> versions, String zone, Instant at) {
        return versions.stream()
                .filter(v -> v.hasBegunAt(at))
                .max(Comparator.comparingInt(Vehicle::version))
                .filter(v -> v.appliesTo(zone, at));
    }
}
