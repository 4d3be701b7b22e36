package io.plateflow.billing;

import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Stays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sighting in the ledger.
 *
 * @param sighting what was seen
 * @param decisions that name it
 * @param tiedTo captures that a person joined with it
 * @param stayId the stay that holds it; null when none does, as for an EXIT that closed nothing
 */
record Sighted(
        Sighting sighting,
        Set<Decision> decisions,
        Set<UUID> tiedTo,
        @Nullable UUID stayId) {

    Sighted {
        decisions = Set.copyOf(decisions);
        tiedTo = Set.copyOf(tiedTo);
    }

    /** The stays that {@code seen} make, as they stand at {@code now}. */
    static List<Stay> stays(List<Sighted> seen, Instant now) {
        return Stays.of(
                seen.stream().map(Sighted::sighting).toList(),
                seen.stream().flatMap(s -> s.decisions.stream()).toList(),
                now);
    }

    Sighted in(Map<UUID, UUID> stayByCapture) {
        return new Sighted(sighting, decisions, tiedTo, stayByCapture.get(sighting.captureId()));
    }

    String fold() {
        return sighting.plate().fold();
    }

    /** Fold keys of what else the plate may read, where that decides: between an ENTRY and an EXIT of a gated zone. */
    Set<String> otherFolds() {
        boolean decides = sighting.rules().mode() == Mode.GATED
                && (sighting.direction() == Direction.ENTRY || sighting.direction() == Direction.EXIT);
        return decides
                ? sighting.candidates().stream()
                        .map(Plate::fold)
                        .filter(other -> !other.equals(fold()))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
