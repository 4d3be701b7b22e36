package io.plateflow.billing;

import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.StayRecord.State;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.tariff.Tariff;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The versions of a stay's record. */
final class StayRecords {
    /** Of the rules that make stays; a stay made by other rules is not rated again unless a person says so. */
    static final int RULES_VERSION = 1;

    private StayRecords() {}

    /** {@code last} while it still says how the stay stands, else the next version. */
    static StayRecord after(@Nullable StayRecord last, Stay stay, Tariff tariff) {
        if (last == null) {
            return of(stay, 1, tariff);
        }
        return of(stay, last.version(), tariff).equals(last) ? last : of(stay, last.version() + 1, tariff);
    }

    private static StayRecord of(Stay stay, int version, Tariff tariff) {
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
                tariff.reference(),
                stay.flags(),
                null,
                RULES_VERSION,
                null,
                null,
                null,
                null,
                null);
    }

    /** The next version, which says that the stay is no more; CANCELLED when no other holds its captures. */
    static StayRecord vanished(StayRecord last, @Nullable UUID supersededBy) {
        return next(last, supersededBy == null ? State.CANCELLED : State.SUPERSEDED, last.flags(), supersededBy);
    }

    /** The next version, with other flags. */
    static StayRecord flagged(StayRecord last, Set<String> flags) {
        return next(last, last.state(), flags, last.supersededBy());
    }

    private static StayRecord next(StayRecord last, State state, Set<String> flags, @Nullable UUID supersededBy) {
        return new StayRecord(
                last.id(),
                last.version() + 1,
                last.zone(),
                last.plate(),
                state,
                last.place(),
                last.from(),
                last.to(),
                last.closedBy(),
                last.lastSeen(),
                last.captureIds(),
                last.tariff(),
                flags,
                supersededBy,
                last.rulesVersion(),
                last.mode(),
                last.vehicleClass(),
                last.exempt(),
                last.provisionalUntil(),
                last.waived());
    }
}
