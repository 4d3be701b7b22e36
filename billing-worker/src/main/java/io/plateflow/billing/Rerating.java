package io.plateflow.billing;

import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.tariff.Vehicle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;

/**
 * Rates anew, a few stays at a time, what a new version of a tariff or vehicle may price. How far each has come is in the
 * stores, so that another instance goes on from there; a further version of the same begins anew.
 */
final class Rerating {
    /** How often a piece is rated. */
    static final Duration EVERY = Duration.ofSeconds(1);

    private static final int COUNTED = 1000;
    private static final String TARIFF = "tariff";
    private static final String VEHICLE = "vehicle";

    private final LedgerStores stores;
    private final Recount recount;
    private final Clock clock;
    private final LedgerMeters meters;

    Rerating(LedgerStores stores, Recount recount, Clock clock, LedgerMeters meters) {
        this.stores = stores;
        this.recount = recount;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether the version is new; of one number the first counts. */
    boolean after(Entry.OfAllZones entry) {
        if (entry instanceof Entry.TariffPublished published) {
            TariffVersion version = published.version();
            String id = version.tariff().id();
            return stores.tariffs()
                                    .putIfAbsent(
                                            Keys.version(id, version.tariff().version()), version)
                            == null
                    && begun(Keys.of(TARIFF, id));
        }
        Vehicle vehicle = ((Entry.VehiclePublished) entry).version();
        return stores.vehicles().putIfAbsent(Keys.version(vehicle.plate(), vehicle.version()), vehicle) == null
                && begun(Keys.of(VEHICLE, vehicle.plate()));
    }

    /** How many versions have not been through all stays yet, up to {@link #COUNTED}. */
    int run() {
        Allowance allowance = new Allowance(clock);
        List<KeyValue<String, String>> first = Keys.piece(stores.jobs(), null, null, 1);
        while (!first.isEmpty() && allowance.covers()) {
            allowance.spend();
            step(first.get(0).key, first.get(0).value);
            first = Keys.piece(stores.jobs(), null, null, 1);
        }
        return first.isEmpty()
                ? 0
                : Keys.piece(stores.jobs(), null, null, COUNTED).size();
    }

    private boolean begun(String job) {
        stores.jobs().put(job, "");
        return true;
    }

    /** Deals with the plates that look alike, in one zone, at {@code from}; then moves on. */
    private void step(String job, String from) {
        List<KeyValue<String, Sighted>> found = Keys.piece(stores.sightings(), from, null, 1);
        if (found.isEmpty()) {
            stores.jobs().delete(job);
            return;
        }
        String zone = found.get(0).value.sighting().zone();
        String subject = Keys.field(job, 1);
        if (Keys.field(job, 0).equals(TARIFF)) {
            String fold = found.get(0).value.fold();
            rate(zone, fold, s -> s.sighting().rules().tariff().equals(subject));
            stores.jobs().put(job, Keys.past(Keys.of(zone, fold)));
        } else {
            rate(zone, new Plate(subject).fold(), s -> true);
            stores.jobs().put(job, Keys.past(zone));
        }
    }

    private void rate(String zone, String fold, Predicate<Sighted> concerned) {
        boolean any = Keys.under(stores.sightings(), Keys.of(zone, fold)).stream()
                .anyMatch(entry -> concerned.test(entry.value));
        if (any) {
            recount.of(zone, fold, clock.instant());
            meters.rerated();
        }
    }
}
