package io.plateflow.domain.stay;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle in a zone, from its first sighting until it left, was checked out or fell silent.
 *
 * @param id UUIDv5 of zone and first capture
 * @param zone where
 * @param rules of the opening sighting
 * @param plate the effective plate
 * @param firstPlace coordinates of the first sighting
 * @param from when it began
 * @param to when it ended; null while nothing ended it
 * @param closedBy what ended it; null while nothing did
 * @param state how it stands
 * @param captureIds its captures, earliest first
 * @param lastSeen time of the last sighting that counts
 * @param flags what is doubtful about it or any of its captures
 * @param deadline the instant after which silence alone changes it; null: never
 * @param waived whether a person voided its charge
 */
public record Stay(
        UUID id,
        String zone,
        Rules rules,
        Plate plate,
        Coordinates firstPlace,
        Instant from,
        @Nullable Instant to,
        @Nullable ClosedBy closedBy,
        State state,
        List<UUID> captureIds,
        Instant lastSeen,
        Set<String> flags,
        @Nullable Instant deadline,
        boolean waived) {

    public Stay {
        captureIds = List.copyOf(captureIds);
        flags = Set.copyOf(flags);
        if (captureIds.isEmpty() || (to == null) != (closedBy == null) || (state == State.CLOSED && to == null)) {
            throw new IllegalArgumentException("a stay has captures, and an end exactly when something ended it");
        }
    }

    /** What ends a stay. */
    public enum ClosedBy {
        EXIT,
        CHECKOUT,
        SILENCE,
        PASS,
        DECLARED
    }

    /** How a stay stands; only one that is CLOSED is charged. */
    public enum State {
        OPEN,
        CLOSED,
        NEEDS_REVIEW,
        CANCELLED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The end, once there is one. */
    public Optional<Instant> end() {
        return Optional.ofNullable(to);
    }

    public UUID firstCapture() {
        return captureIds.get(0);
    }

    public boolean has(StayFlag flag) {
        return flags.contains(flag.name());
    }

    /** Until when an amount may be worked out: its end, else {@code now}; GATED no later than silence makes it doubtful. */
    public Instant provisionalEnd(Instant now) {
        Instant silent = lastSeen.plus(rules.closesAfter());
        return to != null ? to : rules.mode() == Mode.GATED && silent.isBefore(now) ? silent : now;
    }
}
