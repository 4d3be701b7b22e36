package io.plateflow.contracts;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay as it stands now.
 *
 * @param id stayId
 * @param version counted from 1, one more at each change: the higher one is the newer
 * @param zone where
 * @param plate effective plate
 * @param state what became of it
 * @param place coordinates of the first sighting
 * @param from first sighting
 * @param to end; null while open
 * @param closedBy EXIT, CHECKOUT, SILENCE, PASS or DECLARED; null while open
 * @param lastSeen time of the last sighting
 * @param captureIds its captures, earliest first, the first {@value #MOST_CAPTURES} at most
 * @param tariff {@code id@version}; the id alone while no version of it is known
 * @param flags what is doubtful
 * @param supersededBy the stay that holds its captures now
 * @param rulesVersion the rules that made it
 * @param mode of the zone when the stay opened: AUTOMATIC, GATED, SIGHTINGS or PASSAGE
 * @param vehicleClass of the plate at the opening; null when it has none
 * @param exempt true when the vehicle pays nothing
 * @param provisionalUntil until when an unfinished stay of a gated zone costs something, provisionally
 * @param waived true when a person voided its charge
 */
public record StayRecord(
        UUID id,
        int version,
        String zone,
        Plate plate,
        State state,
        Coordinates place,
        Instant from,
        @Nullable Instant to,
        @Nullable String closedBy,
        Instant lastSeen,
        List<UUID> captureIds,
        String tariff,
        Set<String> flags,
        @Nullable UUID supersededBy,
        int rulesVersion,
        @Nullable String mode,
        @Nullable String vehicleClass,
        @Nullable Boolean exempt,
        @Nullable Instant provisionalUntil,
        @Nullable Boolean waived) {

    /** A record stays small however long a vehicle is watched; captures past these still count. */
    public static final int MOST_CAPTURES = 500;

    public StayRecord {
        captureIds = List.copyOf(captureIds);
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    /** What became of a stay. */
    public enum State {
        OPEN,
        CLOSED,
        NEEDS_REVIEW,
        SUPERSEDED,
        CANCELLED
    }
}
