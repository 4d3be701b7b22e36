package io.plateflow.billing;

import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Stay;
import io.plateflow.domain.stay.Terms;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By what stays are priced, as far as the ledger knows now; each version is read once. */
final class PriceList {
    private final LedgerStores stores;
    private final Map<String, List<Tariff>> tariffs = new HashMap<>();
    private final Map<Plate, List<Vehicle>> vehicles = new HashMap<>();

    PriceList(LedgerStores stores) {
        this.stores = stores;
    }

    Terms terms(Stay stay) {
        return Terms.of(
                stay,
                tariffs.computeIfAbsent(
                        stay.rules().tariff(),
                        id -> Keys.under(stores.tariffs(), id).stream()
                                .map(version -> version.value)
                                .map(TariffVersion::tariff)
                                .toList()),
                vehicles.computeIfAbsent(
                        stay.plate(),
                        plate -> Keys.under(stores.vehicles(), plate.text()).stream()
                                .map(version -> version.value)
                                .toList()));
    }
}
