package io.plateflow.billing.simulation;

import io.plateflow.billing.Entries;
import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.oracle.Oracle;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Charge;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is told to each partition, one zone to each, in the order of its log, and what must be charged at the end.
 *
 * @param entries by partition
 * @param expected the oracle's word
 * @param end when the clock stops
 */
record History(List<List<byte[]>> entries, Set<Charge> expected, Instant end) {

    /** One partition for each of {@code worlds}; the prices are those of the first. */
    static History of(List<World> worlds, Random random) {
        Instant end = worlds.get(0).now();
        Facts prices = worlds.get(0).facts();
        List<Vehicle> vehicles =
                prices.vehicles().stream().map(History::inZoneZero).toList();
        List<List<byte[]>> entries = new ArrayList<>();
        Set<Charge> expected = new HashSet<>();
        for (int n = 0; n < worlds.size(); n++) {
            Facts own = moved(worlds.get(n).facts(), n);
            Facts facts = new Facts(own.sightings(), own.corrections(), own.decisions(), prices.tariffs(), vehicles);
            expected.addAll(Oracle.chargesInForce(facts, end));
            entries.add(log(facts, random));
        }
        return new History(entries, expected, end);
    }

    /** In any order, some of it again, and after the end of some captures a further one, which reads another plate. */
    private static List<byte[]> log(Facts facts, Random random) {
        List<byte[]> told = new ArrayList<>(Entries.ofZone(facts).toList());
        facts.tariffs().forEach(t -> told.add(Entries.of(t, Instant.EPOCH)));
        facts.vehicles().forEach(v -> told.add(Entries.of(v)));
        List.copyOf(told).stream().filter(e -> random.nextInt(4) == 0).forEach(told::add);
        Collections.shuffle(told, random);
        facts.sightings().stream().filter(s -> random.nextInt(4) == 0).forEach(s -> {
            int first = IntStream.range(0, told.size())
                    .filter(n -> Entries.isEndOf(told.get(n), s.captureId()))
                    .findFirst()
                    .orElseThrow();
            int later = first + 1 + random.nextInt(told.size() - first);
            told.add(later, Entries.furtherEnd(s, new Plate("ZZ111ZZ")));
        });
        return told;
    }

    /** The same in another zone, with ids of its own. */
    private static Facts moved(Facts facts, int zone) {
        return new Facts(
                facts.sightings().stream().map(s -> moved(s, zone)).toList(),
                facts.corrections().stream()
                        .map(c -> new Facts.Correction(id(c.captureId(), zone), c.n(), c.plate(), c.candidates()))
                        .toList(),
                facts.decisions().stream().map(d -> moved(d, zone)).toList(),
                List.of(),
                List.of());
    }

    private static Sighting moved(Sighting s, int zone) {
        return new Sighting(
                id(s.captureId(), zone),
                "zone-" + zone,
                s.rules(),
                s.plate(),
                s.candidates(),
                s.place(),
                s.capturedAt(),
                s.direction(),
                s.flags());
    }

    private static Decision moved(Decision decision, int zone) {
        UUID request = id(decision.requestId(), zone);
        UUID capture = id(decision.captureId(), zone);
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
            return new Decision.Joined(request, capture, id(d.joinCaptureId(), zone), d.decidedAt());
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

    private static UUID id(UUID id, int zone) {
        return new UUID(id.getMostSignificantBits() + 10L * zone, id.getLeastSignificantBits());
    }

    private static Vehicle inZoneZero(Vehicle v) {
        Set<String> zones = v.zones().stream()
                .map(zone -> zone.equals("elsewhere") ? zone : "zone-0")
                .collect(Collectors.toSet());
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
}
