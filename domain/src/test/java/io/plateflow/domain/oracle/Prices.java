package io.plateflow.domain.oracle;

import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Adjustment;
import io.plateflow.domain.tariff.Per;
import io.plateflow.domain.tariff.Rounding;
import io.plateflow.domain.tariff.Step;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Versions of tariffs and vehicles that take effect while a small world lasts. */
final class Prices {
    private Prices() {}

    /** Up to three versions of {@code tiered}, and perhaps a second version of {@code original}. */
    static Arbitrary<List<Tariff>> tariffs(Instant noon) {
        Arbitrary<Instant> begins =
                Arbitraries.integers().between(-2, 8).map(halfHours -> noon.plusSeconds(halfHours * 1800L));
        return Combinators.combine(begins.list().ofMaxSize(3), begins.list().ofMaxSize(1))
                .as((tiered, original) -> {
                    List<Tariff> versions = new ArrayList<>();
                    tiered.forEach(from -> versions.add(tariff("tiered", versions.size() + 1, from)));
                    original.forEach(from -> versions.add(tariff("original", 2, from)));
                    return versions;
                });
    }

    /** Up to two versions for some of {@code plates}. */
    static Arbitrary<List<Vehicle>> vehicles(List<Plate> plates, String zone, Instant noon) {
        Arbitrary<Vehicle> vehicle = Combinators.combine(
                        Arbitraries.of(plates),
                        Arbitraries.of("RESIDENT", "TAXI").injectNull(0.3),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(Set.<String>of(), Set.of(zone), Set.of("elsewhere")),
                        Arbitraries.integers().between(-2, 6),
                        Arbitraries.of(1, 3, 99))
                .as((plate, vehicleClass, exempt, zones, begins, lasts) -> new Vehicle(
                        plate,
                        1,
                        noon,
                        vehicleClass,
                        exempt,
                        zones,
                        begins == -2 ? null : noon.plusSeconds(begins * 1800L),
                        lasts == 99 ? null : noon.plusSeconds((begins + lasts) * 1800L)));
        return vehicle.list().ofMaxSize(3).map(Prices::numbered);
    }

    private static List<Vehicle> numbered(List<Vehicle> vehicles) {
        List<Vehicle> numbered = new ArrayList<>();
        for (Vehicle v : vehicles) {
            int version = numbered.size() + 1;
            numbered.add(new Vehicle(
                    v.plate(),
                    version,
                    v.publishedAt(),
                    v.vehicleClass(),
                    v.exempt(),
                    v.zones(),
                    v.validFrom(),
                    v.validTo()));
        }
        return numbered;
    }

    private static Tariff tariff(String id, int version, Instant validFrom) {
        return new Tariff(
                id,
                version,
                Tariff.Kind.TIME,
                Currency.getInstance("ARS"),
                ZoneId.of("America/Argentina/Buenos_Aires"),
                validFrom,
                Duration.ofMinutes(5),
                Tariff.GraceMode.THRESHOLD,
                Per.STAY,
                List.of(),
                List.of(new Step(Duration.ZERO, null, Duration.ofMinutes(10), new BigDecimal(100 * version))),
                null,
                Set.of(),
                List.of(new Adjustment("RESIDENT", new BigDecimal("0.5"))),
                new Rounding(new BigDecimal("0.01"), RoundingMode.HALF_UP),
                null);
    }
}
