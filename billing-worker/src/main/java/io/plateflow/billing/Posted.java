package io.plateflow.billing;

import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.stay.StayFlag;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What billing last said of a stay; kept after the stay vanished, so that versions and revisions never start anew.
 *
 * @param stay the record
 * @param revision of the last charge, 0 while there was none
 * @param inForce the charge in force, if any
 */
record Posted(StayRecord stay, int revision, @Nullable ChargeIssued inForce) {

    boolean isLive() {
        return stay.state() == State.OPEN || stay.state() == State.CLOSED;
    }

    /** The end of the stay, or its last sighting while it is open. */
    Instant lastEvent() {
        Instant to = stay.to();
        return to == null ? stay.lastSeen() : to;
    }

    /** With the flag STALE, when the stay has become so by {@code now} and was not said to be. */
    Optional<Posted> staleAt(Instant now) {
        if (stay.state() != State.OPEN
                || stay.flags().contains(StayFlag.STALE.name())
                || !stay.lastSeen().plus(Mode.AUTOMATIC.closesAfter()).isBefore(now)) {
            return Optional.empty();
        }
        Set<String> flags = new HashSet<>(stay.flags());
        flags.add(StayFlag.STALE.name());
        return Optional.of(new Posted(StayRecords.flagged(stay, flags), revision, inForce));
    }
}
