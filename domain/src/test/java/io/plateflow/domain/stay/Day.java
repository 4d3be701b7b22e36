package io.plateflow.domain.stay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision.Checkout;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/** One car's day in one zone, written in a few words. */
final class Day {
    static final Coordinates HERE = new Coordinates(-34.60, -58.38);

    private Day() {}

    static Instant at(String time) {
        return LocalDate.of(2026, 3, 2).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    static UUID capture(int n) {
        return new UUID(0, n);
    }

    static Coordinates metersNorth(double meters) {
        return new Coordinates(HERE.latitude() + meters / 111_195.08, HERE.longitude());
    }

    static Sighting seen(int n, String time) {
        return sighting(n, time, HERE, Direction.SIGHTING);
    }

    static Sighting seen(int n, String time, Coordinates place) {
        return sighting(n, time, place, Direction.SIGHTING);
    }

    static Sighting entry(int n, String time) {
        return sighting(n, time, HERE, Direction.ENTRY);
    }

    static Sighting exit(int n, String time) {
        return sighting(n, time, HERE, Direction.EXIT);
    }

    static Sighting exit(int n, String time, Coordinates place) {
        return sighting(n, time, place, Direction.EXIT);
    }

    static Checkout checkout(int captured, String time) {
        return new Checkout(UUID.nameUUIDFromBytes((captured + time).getBytes(UTF_8)), capture(captured), at(time));
    }

    private static Sighting sighting(int n, String time, Coordinates place, Direction direction) {
        return new Sighting(
                capture(n),
                "auto:69y7p",
                Rules.AUTOMATIC,
                new Plate("AC123BD"),
                Set.of(),
                place,
                at(time),
                direction,
                Set.of());
    }
}
