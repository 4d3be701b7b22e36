package io.plateflow.billing;

import io.plateflow.domain.stay.AutomaticZone;
import io.plateflow.domain.stay.Checkout;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sighting in the ledger.
 *
 * @param sighting what was seen
 * @param checkedOutAt the earliest checkout that names it
 * @param stayId the stay that holds it; null for an EXIT that closed nothing
 */
record Sighted(
        Sighting sighting,
        @Nullable Instant checkedOutAt,
        @Nullable UUID stayId) {

    /** The stays that {@code seen} make, plate by plate. */
    static List<Stay> stays(List<Sighted> seen) {
        return seen.stream().collect(Collectors.groupingBy(s -> s.sighting().plate())).values().stream()
                .flatMap(ofPlate -> AutomaticZone.stays(
                        ofPlate.stream().map(Sighted::sighting).toList(),
                        ofPlate.stream().flatMap(s -> s.checkout().stream()).toList())
                        .stream())
                .toList();
    }

    Sighted in(Map<UUID, UUID> stayByCapture) {
        return new Sighted(sighting, checkedOutAt, stayByCapture.get(sighting.captureId()));
    }

    private List<Checkout> checkout() {
        return checkedOutAt == null
                ? List.of()
                : List.of(new Checkout(sighting.captureId(), sighting.captureId(), checkedOutAt));
    }
}
