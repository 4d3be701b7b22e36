package io.plateflow.billing;

import io.plateflow.domain.stay.Decision.Checkout;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Stays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** The stays that {@code seen} make, as they stand at {@code now}. */
    static List<Stay> stays(List<Sighted> seen, Instant now) {
        return Stays.of(
                seen.stream().map(Sighted::sighting).toList(),
                seen.stream().flatMap(s -> s.checkout().stream()).toList(),
                now);
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
