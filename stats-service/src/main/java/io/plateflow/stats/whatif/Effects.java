package io.plateflow.stats.whatif;

import io.plateflow.domain.money.Money;
import io.plateflow.domain.money.Sums;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Tariffs;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.domain.tariff.Vehicles;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.editions.Editions;
import io.plateflow.stats.editions.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a version would do to recorded stays that billing still keeps, by the functions that billing uses. */
@Component
public class Effects {
    private final RecordedStays stays;
    private final Editions editions;

    Effects(RecordedStays stays, Editions editions) {
        this.stays = stays;
        this.editions = editions;
    }

    /** Of a version of a tariff, numbered as it would be. */
    public Effect of(Tariff version) {
        List<Tariff> all = Stream.concat(tariffs(version.id()).stream(), Stream.of(version))
                .toList();
        Instant since = version.version() == 1 || version.validFrom() == null ? Instant.EPOCH : version.validFrom();
        Count count = new Count();
        stays.pricedBy(
                version.id(),
                since,
                stay -> Tariffs.inForce(all, stay.from())
                        .ifPresent(
                                t -> count.add(stay, t.reference(), stay.by(t).amount())));
        return count.effect();
    }

    /** Of a version of a vehicle, numbered as it would be. */
    public Effect of(Vehicle version) {
        Collection<Vehicle> all = Stream.concat(
                        editions.all(Kind.VEHICLE, List.of(version.plate().text())).values().stream()
                                .flatMap(List::stream)
                                .map(Edition::body),
                        Stream.of(version))
                .toList();
        Map<String, List<Tariff>> tariffs = new HashMap<>();
        Count count = new Count();
        stays.of(version.plate(), stay -> {
            Optional<Vehicle> vehicle = Vehicles.inForce(all, stay.zone(), stay.from());
            String vehicleClass = vehicle.map(Vehicle::vehicleClass).orElse(null);
            boolean exempt = vehicle.map(Vehicle::exempt).orElse(false);
            Tariffs.inForce(tariffs.computeIfAbsent(stay.tariffId(), this::tariffs), stay.from())
                    .ifPresent(t -> count.add(
                            stay,
                            t.reference(),
                            stay.by(t, vehicleClass, exempt).amount()));
        });
        return count.effect();
    }

    private List<Tariff> tariffs(String id) {
        return editions.all(Kind.TARIFF, List.of(id)).values().stream()
                .flatMap(List::stream)
                .map(e -> e.body().tariff())
                .toList();
    }

    /** A charge is voided and issued anew when its amount or its version changes. */
    private static final class Count {
        private final Sums before = new Sums();
        private final Sums after = new Sums();
        private final Sums difference = new Sums();
        private int charges;
        private int settled;
        private int issued;

        void add(RecordedStay stay, String reference, Money amount) {
            Money charged = stay.charged();
            if (charged != null && reference.equals(stay.chargedBy()) && areEqual(charged, amount)) {
                return;
            }
            if (charged != null) {
                charges++;
                settled += stay.settled() ? 1 : 0;
                before.add(charged);
                difference.subtract(charged);
            }
            issued++;
            after.add(amount);
            difference.add(amount);
        }

        Effect effect() {
            return new Effect(charges, settled, issued, before.all(), after.all(), difference.changes());
        }

        private static boolean areEqual(Money one, @Nullable Money other) {
            return other != null
                    && one.currency().equals(other.currency())
                    && one.amount().compareTo(other.amount()) == 0;
        }
    }
}
