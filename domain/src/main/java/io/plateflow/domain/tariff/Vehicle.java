package io.plateflow.domain.tariff;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle that does not pay like any other.
 *
 * @param plate whose it is
 * @param version counted from 1; a version replaces those before it from {@code validFrom} on
 * @param publishedAt when this version was published
 * @param vehicleClass chooses a tariff's adjustment; null: none
 * @param exempt whether it pays nothing
 * @param zones where it applies; none: everywhere
 * @param validFrom the first opening that it applies to; null: any
 * @param validTo the end of its openings, exclusive; null: none
 */
public record Vehicle(
        Plate plate,
        int version,
        Instant publishedAt,
        @Nullable String vehicleClass,
        boolean exempt,
        Set<String> zones,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {

    /** @throws IllegalArgumentException when it could never apply or its class is blank */
    public Vehicle {
        zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
        if (version < 1 || (vehicleClass != null && vehicleClass.isBlank())) {
            throw new IllegalArgumentException("a vehicle has a version from 1 and a class that is not blank");
        }
        if (validFrom != null && validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException("a vehicle's validity ends after it begins");
        }
    }

    /** The same, published under another number at another instant. */
    public Vehicle as(int number, Instant at) {
        return new Vehicle(plate, number, at, vehicleClass, exempt, zones, validFrom, validTo);
    }

    boolean hasBegunAt(Instant at) {
        return validFrom == null || !at.isBefore(validFrom);
    }

    boolean appliesTo(String zone, Instant at) {
        return (zones.isEmpty() || zones.contains(zone)) && (validTo == null || at.isBefore(validTo));
    }
}
