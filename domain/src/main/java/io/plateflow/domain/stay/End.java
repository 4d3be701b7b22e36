package io.plateflow.domain.stay;

import java.time.Instant;
import java.util.Optional;

/** When and by what a stay ended. */
record End(Instant at, Stay.ClosedBy by) {

    /** The earlier of both; {@code one} when they are at the same time. */
    static Optional<End> earlier(Optional<End> one, Optional<End> other) {
        return one.isEmpty() || other.filter(o -> o.at.isBefore(one.get().at)).isPresent() ? other : one;
    }
}
