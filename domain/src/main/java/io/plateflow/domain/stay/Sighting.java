package io.plateflow.domain.stay;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;

/**
 * A plate seen at a place and time.
 *
 * @param captureId the capture it was read from
 * @param zone where, as {@code Zones} says
 * @param rules of the zone's version that the capture fell into
 * @param plate the effective plate
 * @param candidates what else the plate may read
 * @param place the coordinates of the capture
 * @param capturedAt when the photo was taken
 * @param direction SIGHTING when the sender said nothing
 * @param flags what is doubtful about the capture; a charge that rests on it carries them
 */
public record Sighting(
        UUID captureId,
        String zone,
        Rules rules,
        Plate plate,
        Set<Plate> candidates,
        Coordinates place,
        Instant capturedAt,
        Direction direction,
        Set<String> flags) {
    /** Time, then ENTRY before EXIT, then captureId: the order in which sightings are paired. */
    public static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::capturedAt)
            .thenComparing(s -> s.direction() == Direction.EXIT)
            .thenComparing(Sighting::captureId);

    public Sighting {
        candidates = Set.copyOf(candidates);
        flags = Set.copyOf(flags);
    }
}
