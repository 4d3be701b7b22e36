package io.plateflow.domain.oracle;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Charge;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out from all facts, by brute force, what the ledger must have in force. It shares the records and the price of a
 * single stay with the rules, and nothing else.
 */
public final class Oracle {
    private Oracle() {}

    /** The charges in force at {@code now}. */
    public static Set<Charge> chargesInForce(Facts facts, Instant now) {
        Set<Charge> charges = new HashSet<>();
        for (Stay stay : stays(facts, now)) {
            Tariff tariff = tariff(facts, stay);
            if (stay.state() != Stay.State.CLOSED || stay.waived() || tariff == null || stay.to() == null) {
                continue;
            }
            Set<String> flags = new HashSet<>(stay.flags());
            flags.remove("DISPUTED");
            charges.add(new Charge(
                    stay.zone(),
                    stay.plate(),
                    stay.captureIds().get(0),
                    stay.from(),
                    stay.to(),
                    amount(facts, stay, tariff, stay.to()),
                    tariff.id() + "@" + tariff.version(),
                    flags));
        }
        return charges;
    }

    /** The stays as they stand at {@code now}. */
    public static List<Stay> stays(Facts facts, Instant now) {
        List<Sighting> believed = new ArrayList<>();
        for (Sighting seen : new HashSet<>(facts.sightings())) {
            Facts.Correction last = null;
            for (Facts.Correction correction : facts.corrections()) {
                boolean newer = last == null || correction.n() > last.n();
                if (correction.captureId().equals(seen.captureId()) && newer) {
                    last = correction;
                }
            }
            Plate plate = last == null ? seen.plate() : last.plate();
            Set<Plate> candidates = last == null ? seen.candidates() : last.candidates();
            if (plate != null) {
                believed.add(new Sighting(
                        seen.captureId(),
                        seen.zone(),
                        seen.rules(),
                        plate,
                        candidates,
                        seen.place(),
                        seen.capturedAt(),
                        seen.direction(),
                        seen.flags()));
            }
        }
        List<Stay> stays = new ArrayList<>();
        for (String zone : new HashSet<>(believed.stream().map(Sighting::zone).toList())) {
            List<Sighting> inZone =
                    believed.stream().filter(s -> s.zone().equals(zone)).toList();
            stays.addAll(new ZoneHistory(inZone, List.copyOf(new HashSet<>(facts.decisions()))).stays(now));
        }
        return stays;
    }

    private static Money amount(Facts facts, Stay stay, Tariff tariff, Instant to) {
        Vehicle vehicle = vehicle(facts, stay);
        String vehicleClass = vehicle == null ? null : vehicle.vehicleClass();
        boolean exempt = vehicle != null && vehicle.exempt();
        return stay.flags().contains("SINGLE_SIGHTING")
                ? tariff.priceOfSingleSighting(stay.from(), vehicleClass, exempt)
                        .amount()
                : tariff.price(stay.from(), to, vehicleClass, exempt).amount();
    }

    private static @Nullable Tariff tariff(Facts facts, Stay stay) {
        Tariff best = stay.rules().tariff().equals("original") ? Tariff.ORIGINAL : null;
        for (Tariff tariff : facts.tariffs()) {
            boolean begun = tariff.version() == 1
                    || tariff.validFrom() == null
                    || tariff.validFrom().compareTo(stay.from()) <= 0;
            if (tariff.id().equals(stay.rules().tariff())
                    && begun
                    && (best == null || tariff.version() > best.version())) {
                best = tariff;
            }
        }
        return best;
    }

    private static @Nullable Vehicle vehicle(Facts facts, Stay stay) {
        Vehicle best = null;
        for (Vehicle vehicle : facts.vehicles()) {
            boolean begun = vehicle.validFrom() == null || vehicle.validFrom().compareTo(stay.from()) <= 0;
            if (vehicle.plate().equals(stay.plate()) && begun && (best == null || vehicle.version() > best.version())) {
                best = vehicle;
            }
        }
        if (best == null || (best.validTo() != null && best.validTo().compareTo(stay.from()) <= 0)) {
            return null;
        }
        return best.zones().isEmpty() || best.zones().contains(stay.zone()) ? best : null;
    }
}
