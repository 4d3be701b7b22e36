package io.plateflow.domain.stay;

import static java.util.stream.Collectors.groupingBy;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Sightings and decisions in, stays out: a pure function of the set, whatever its order and repetitions. */
public final class Stays {
    private Stays() {}

    /** The stays of one component of linked plates of one zone, as they stand at {@code now}. */
    public static List<Stay> of(Collection<Sighting> sightings, Collection<? extends Decision> decisions, Instant now) {
        List<Decision.Checkout> checkouts = decisions.stream()
                .filter(Decision.Checkout.class::isInstance)
                .map(Decision.Checkout.class::cast)
                .toList();
        return sightings.stream().collect(groupingBy(Sighting::plate)).entrySet().stream()
                .sorted(java.util.Map.Entry.<Plate, List<Sighting>>comparingByKey())
                .flatMap(ofPlate -> AutomaticZone.stays(ofPlate.getValue(), checkouts, now).stream())
                .toList();
    }
}
