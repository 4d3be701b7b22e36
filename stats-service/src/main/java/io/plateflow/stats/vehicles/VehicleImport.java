package io.plateflow.stats.vehicles;

import io.plateflow.domain.tariff.Linted;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.domain.tariff.VehicleDraft;
import io.plateflow.domain.tariff.VehicleLint;
import io.plateflow.stats.editions.WrittenRows;
import io.plateflow.stats.query.Csv.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Vehicles as rows: {@code plate}, and of {@code class}, {@code exempt}, {@code zones} (parted by blanks),
 * {@code validFrom}, {@code validTo} those that are needed.
 */
final class VehicleImport {
    static final List<Column<Vehicle>> COLUMNS = List.of(
            new Column<>("plate", vehicle -> vehicle.plate().text()),
            new Column<>("class", Vehicle::vehicleClass),
            new Column<>("exempt", vehicle -> vehicle.exempt() ? true : null),
            new Column<>("zones", vehicle -> String.join(" ", vehicle.zones())),
            new Column<>("validFrom", Vehicle::validFrom),
            new Column<>("validTo", Vehicle::validTo));
    private static final int MOST_ROWS = 50_000;

    private VehicleImport() {}

    /** @throws org.springframework.web.ErrorResponseException 422 that names every fault, 413 when it is too large */
    static List<Vehicle> read(byte[] csv, Predicate<String> zones) {
        return WrittenRows.read(
                csv,
                new WrittenRows.Form<>(
                        COLUMNS.stream().map(Column::name).toList(),
                        "plate",
                        MOST_ROWS,
                        row -> vehicle(row, zones),
                        vehicle -> vehicle.plate().text()));
    }

    private static Linted<Vehicle> vehicle(WrittenRows.Row row, Predicate<String> zones) {
        String zonesOf = row.at("zones");
        return VehicleLint.check(
                new VehicleDraft(
                        row.at("plate"),
                        row.at("class"),
                        row.at("exempt"),
                        zonesOf == null ? null : Arrays.asList(zonesOf.split("\\s+")),
                        row.at("validFrom"),
                        row.at("validTo")),
                zones);
    }
}
