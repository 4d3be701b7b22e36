package io.plateflow.billing;

import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.tariff.Vehicle;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small worlds put side by side into one: each has a zone of its own, and the prices of the first hold for all. */
public final class Moved {
    /** The side of a geohash of five characters, in degrees both ways. */
    private static final double CELL = 180.0 / (1 << 12);

    private static final int CELLS_A_ROW = 20;

    private Moved() {}

    /** The facts of each, in the order of {@code worlds}. */
    public static List<Facts> apart(List<World> worlds) {
        Facts prices = worlds.get(0).facts();
        String first = zone(prices.sightings().iterator().next(), 0);
        List<Vehicle> vehicles =
                prices.vehicles().stream().map(v -> moved(v, first)).toList();
        return IntStream.range(0, worlds.size())
                .mapToObj(n -> moved(worlds.get(n).facts(), n, prices, vehicles))
                .toList();
    }

    private static Facts moved(Facts facts, int n, Facts prices, List<Vehicle> vehicles) {
        return new Facts(
                facts.sightings().stream().map(s -> moved(s, n)).toList(),
                facts.corrections().stream()
                        .map(c -> new Facts.Correction(id(c.captureId(), n), c.n(), c.plate(), c.candidates()))
                        .toList(),
                facts.decisions().stream().map(d -> moved(d, n)).toList(),
                prices.tariffs(),
                vehicles);
    }

    private static Sighting moved(Sighting s, int n) {
        return new Sighting(
                id(s.captureId(), n),
                zone(s, n),
                s.rules(),
                s.plate(),
                s.candidates(),
                place(s, n),
                s.capturedAt(),
                s.direction(),
                s.flags());
    }

    private static String zone(Sighting s, int n) {
        return s.zone().startsWith(Zones.AUTOMATIC) ? Zones.zoneOf(place(s, n)) : "zone-" + n;
    }

    private static Coordinates place(Sighting s, int n) {
        int north = n / CELLS_A_ROW;
        int east = n % CELLS_A_ROW;
        return new Coordinates(s.place().latitude() + north * CELL, s.place().longitude() + east * CELL);
    }

    private static Decision moved(Decision decision, int n) {
        UUID request = id(decision.requestId(), n);
        UUID capture = id(decision.captureId(), n);
        if (decision instanceof Decision.Checkout d) {
            return new Decision.Checkout(request, capture, d.at());
        }
        if (decision instanceof Decision.ExitDeclared d) {
            return new Decision.ExitDeclared(request, capture, d.exitAt(), d.decidedAt());
        }
        if (decision instanceof Decision.EntryDeclared d) {
            return new Decision.EntryDeclared(request, capture, d.entryAt(), d.decidedAt());
        }
        if (decision instanceof Decision.Joined d) {
            return new Decision.Joined(request, capture, id(d.joinCaptureId(), n), d.decidedAt());
        }
        if (decision instanceof Decision.Cancelled d) {
            return new Decision.Cancelled(request, capture, d.decidedAt());
        }
        if (decision instanceof Decision.Waived d) {
            return new Decision.Waived(request, capture, d.decidedAt());
        }
        if (decision instanceof Decision.Disputed d) {
            return new Decision.Disputed(request, capture, d.decidedAt());
        }
        Decision.DisputeSettled d = (Decision.DisputeSettled) decision;
        return new Decision.DisputeSettled(request, capture, d.decidedAt(), d.voided());
    }

    private static Vehicle moved(Vehicle v, String zone) {
        Set<String> zones =
                v.zones().stream().map(z -> z.equals("elsewhere") ? z : zone).collect(Collectors.toSet());
        return new Vehicle(
                v.plate(),
                v.version(),
                v.publishedAt(),
                v.vehicleClass(),
                v.exempt(),
                zones,
                v.validFrom(),
                v.validTo());
    }

    private static UUID id(UUID id, int n) {
        return new UUID(id.getMostSignificantBits() + 10L * n, id.getLeastSignificantBits());
    }
}
