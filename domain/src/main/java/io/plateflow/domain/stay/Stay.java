package io.plateflow.domain.stay;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle in a zone, from its first sighting until it left or was checked out.
 *
 * @param id UUIDv5 of zone and first capture
 * @param zone where
 * @param plate the effective plate
 * @param firstPlace coordinates of the first sighting
 * @param from time of the first sighting
 * @param to when it ended; null while it is open
 * @param closedBy what ended it; null while it is open
 * @param captureIds its captures, earliest first
 * @param lastSeen time of the last sighting
 * @param flags what is doubtful about any of its captures
 */
public record Stay(
        UUID id,
        String zone,
        Plate plate,
        Coordinates firstPlace,
        Instant from,
        @Nullable Instant to,
        @Nullable ClosedBy closedBy,
        List<UUID> captureIds,
        Instant lastSeen,
        Set<String> flags) {
    /** An open stay not seen for so long is flagged. */
    public static final Duration STALE_AFTER = Duration.ofDays(7);

    /** The flag of an open stay that nobody has seen for long. */
    public static final String STALE = "STALE";

    public Stay {
        captureIds = List.copyOf(captureIds);
        flags = Set.copyOf(flags);
        if (captureIds.isEmpty() || (to == null) != (closedBy == null)) {
            throw new IllegalArgumentException("a stay has captures, and an end exactly when something ended it");
        }
    }

    /** What ends a stay. */
    public enum ClosedBy {
        EXIT,
        CHECKOUT
    }

    public boolean isOpen() {
        return to == null;
    }

    /** The end, once there is one. */
    public Optional<Instant> end() {
        return Optional.ofNullable(to);
    }

    public UUID firstCapture() {
        return captureIds.get(0);
    }

    /** Its flags, and STALE when it is open and was last seen more than seven days before {@code now}. */
    public Set<String> flagsAt(Instant now) {
        Set<String> all = new HashSet<>(flags);
        if (isOpen() && lastSeen.plus(STALE_AFTER).isBefore(now)) {
            all.add(STALE);
        }
        return Set.copyOf(all);
    }
}
