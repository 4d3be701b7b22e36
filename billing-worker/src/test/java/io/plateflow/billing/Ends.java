package io.plateflow.billing;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Readings and checkouts as the other services write them. */
final class Ends {
    static final Coordinates HERE = new Coordinates(-34.60, -58.38);
    static final String ZONE = Zones.zoneOf(HERE);
    static final Plate PLATE = new Plate("AC123BD");
    private static final Instant READ_AT = Instant.parse("2026-03-02T20:00:00Z");

    private Ends() {}

    static UUID capture(int n) {
        return new UUID(0, n);
    }

    static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    static PlateRead read(int n, String time) {
        return read(n, time, Direction.SIGHTING);
    }

    static PlateRead read(int n, String time, Direction direction) {
        return read(capture(n), 1, PLATE, at(time), direction, HERE, false);
    }

    static PlateRead read(
            UUID id, int attempt, Plate plate, Instant time, Direction direction, Coordinates place, boolean review) {
        return new PlateRead(
                id,
                attempt,
                READ_AT,
                taken(id, attempt, time, direction, place, Set.of()),
                new PlateRead.Seen(plate, 0.98, List.of("AR"), List.of(), List.of()),
                List.of(),
                review,
                false,
                "test",
                Map.of());
    }

    /** Where another plate may be meant by what was read. */
    static PlateRead read(Capture capture, Plate plate, Set<Plate> candidates, boolean review) {
        return new PlateRead(
                capture.id(),
                capture.attempt(),
                READ_AT,
                capture,
                new PlateRead.Seen(
                        plate,
                        0.98,
                        List.of("AR"),
                        candidates.stream()
                                .map(c -> new PlateRead.Candidate(c.text(), 0.5))
                                .toList(),
                        List.of()),
                List.of(),
                review,
                false,
                "test",
                Map.of());
    }

    static PlateRead flagged(int n, String time, CaptureFlag flag) {
        PlateRead read = read(n, time);
        return new PlateRead(
                read.captureId(),
                1,
                READ_AT,
                taken(read.captureId(), 1, at(time), Direction.SIGHTING, HERE, Set.of(flag)),
                read.plate(),
                List.of(),
                false,
                false,
                "test",
                Map.of());
    }

    static PlateUnreadable unreadable(int n, int attempt, String time) {
        Capture capture = taken(capture(n), attempt, at(time), Direction.SIGHTING, HERE, Set.of());
        return new PlateUnreadable(
                capture.id(), attempt, READ_AT, capture, "no-plate-found", List.of(), "test", Map.of());
    }

    static StayCheckedOut checkout(int captured, String time) {
        return new StayCheckedOut(
                new UUID(captured, at(time).getEpochSecond()), ZONE, PLATE, capture(captured), at(time), "ana");
    }

    private static Capture taken(
            UUID id, int attempt, Instant time, Direction direction, Coordinates place, Set<CaptureFlag> flags) {
        return taken(id, attempt, time, time, direction, place, flags);
    }

    static Capture taken(
            UUID id,
            int attempt,
            Instant time,
            Instant received,
            Direction direction,
            Coordinates place,
            Set<CaptureFlag> flags) {
        return new Capture(
                id,
                time,
                received,
                place,
                Capture.PlaceSource.REQUEST,
                Capture.TimeSource.REQUEST,
                new Capture.Image("image/jpeg", 640, 480, 60_000, "0".repeat(64)),
                "default",
                null,
                null,
                null,
                direction,
                null,
                null,
                Capture.Priority.LIVE,
                flags,
                attempt);
    }
}
