package io.plateflow.billing;

import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Terms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of a stay's record. */
final class StayRecords {
    /** Of the rules that make stays. */
    static final int RULES_VERSION = 1;

    private StayRecords() {}

    /** {@code last} while it still says how the stay stands, else the next version. */
    static StayRecord after(@Nullable StayRecord last, Stay stay, Terms terms) {
        if (last == null) {
            return of(stay, 1, terms);
        }
        return of(stay, last.version(), terms).equals(last) ? last : of(stay, last.version() + 1, terms);
    }

    private static StayRecord of(Stay stay, int version, Terms terms) {
        return new StayRecord(
                stay.id(),
                version,
                stay.zone(),
                stay.plate(),
                State.valueOf(stay.state().name()),
                stay.firstPlace(),
                stay.from(),
                stay.to(),
                stay.closedBy() == null ? null : stay.closedBy().name(),
                stay.lastSeen(),
                stay.captureIds().stream().limit(StayRecord.MOST_CAPTURES).toList(),
                terms.tariff() == null ? stay.rules().tariff() : terms.tariff().reference(),
                terms.flags(stay),
                null,
                RULES_VERSION,
                stay.rules().mode().name(),
                terms.vehicleClass(),
                yesOrNothing(terms.exempt()),
                hasNotLeft(stay) ? stay.lastSeen().plus(stay.rules().closesAfter()) : null,
                yesOrNothing(stay.waived()));
    }

    /** The next version, which says that the stay is no more; CANCELLED when no other holds its captures. */
    static StayRecord vanished(StayRecord last, @Nullable UUID supersededBy) {
        return new StayRecord(
                last.id(),
                last.version() + 1,
                last.zone(),
                last.plate(),
                supersededBy == null ? State.CANCELLED : State.SUPERSEDED,
                last.place(),
                last.from(),
                last.to(),
                last.closedBy(),
                last.lastSeen(),
                last.captureIds(),
                last.tariff(),
                last.flags(),
                supersededBy,
                last.rulesVersion(),
                last.mode(),
                last.vehicleClass(),
                last.exempt(),
                last.provisionalUntil(),
                last.waived());
    }

    /** The end, or the last sighting while there is none; a vehicle behind a barrier may still leave within maxStay. */
    static Instant lastEvent(Stay stay) {
        return hasNotLeft(stay)
                ? stay.lastSeen().plus(stay.rules().maxStay())
                : stay.end().orElse(stay.lastSeen());
    }

    private static boolean hasNotLeft(Stay stay) {
        return stay.rules().mode() == Mode.GATED && stay.to() == null;
    }

    private static @Nullable Boolean yesOrNothing(boolean yes) {
        return yes ? true : null;
    }
}
