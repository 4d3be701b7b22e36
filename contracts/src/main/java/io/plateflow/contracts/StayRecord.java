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
 * @param closedBy EXIT or CHECKOUT; null while open
 * @param lastSeen time of the last sighting
 * @param captureIds its captures, earliest first, the first {@value #MOST_CAPTURES} at most
 * @param tariff {@code id@version}
 * @param flags what is doubtful
 * @param supersededBy the stay that holds its captures now
 * @param rulesVersion the rules that made it
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
        int rulesVersion) {

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
