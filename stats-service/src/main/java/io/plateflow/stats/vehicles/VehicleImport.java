package io.plateflow.stats.vehicles;

import io.plateflow.domain.tariff.Fault;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.domain.tariff.Vehicle;
import io.plateflow.domain.tariff.VehicleDraft;
import io.plateflow.domain.tariff.VehicleLint;
import io.plateflow.stats.editions.Written;
import io.plateflow.stats.query.Csv.Column;
import io.plateflow.stats.query.Refusals;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Vehicles of a CSV (RFC 4180, UTF-8) with a line of names first: {@code plate}, and of {@code class}, {@code exempt},
 * {@code zones} (parted by blanks), {@code validFrom}, {@code validTo} those that are needed. Faults are named by line.
 */
final class VehicleImport {
    static final List<Column<Vehicle>> COLUMNS = List.of(
            new Column<>("plate", vehicle -> vehicle.plate().text()),
            new Column<>("class", Vehicle::vehicleClass),
            new Column<>("exempt", vehicle -> vehicle.exempt() ? true : null),
            new Column<>("zones", vehicle -> String.join(" ", vehicle.zones())),
            new Column<>("validFrom", Vehicle::validFrom),
            new Column<>("validTo", Vehicle::validTo));
    private static final Set<String> NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.toSet());
    private static final int MOST_ROWS = 50_000;
    private static final int LARGEST_BYTES = 8 << 20;

    private final Predicate<String> zones;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private VehicleImport(Predicate<String> zones) {
        this.zones = zones;
    }

    /** @throws org.springframework.web.ErrorResponseException 422 that names every fault, 413 when it is too large */
    static List<Vehicle> read(byte[] csv, Predicate<String> zones) {
        if (csv.length > LARGEST_BYTES) {
            throw Refusals.of(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", "send at most 8 MiB at once");
        }
        VehicleImport all = new VehicleImport(zones);
        List<Vehicle> vehicles = all.vehicles(new String(csv, StandardCharsets.UTF_8));
        if (!all.faults.isEmpty()) {
            throw Written.refusal(all.faults);
        }
        return vehicles;
    }

    private List<Vehicle> vehicles(String csv) {
        List<Vehicle> vehicles = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .setNullString("")
                .get();
        // A byte order mark is what spreadsheets begin with.
        try (CSVParser rows = format.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
            if (!areKnown(rows.getHeaderNames())) {
                return vehicles;
            }
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() > MOST_ROWS) {
                    faults.add(new Fault(at(line(rows, row), ""), "too_many", "Send at most " + MOST_ROWS + " rows."));
                    break;
                }
                Vehicle vehicle = vehicle(line(rows, row), row);
                if (vehicle != null) {
                    vehicles.add(vehicle);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            faults.add(new Fault("", "malformed_csv", String.valueOf(e.getMessage())));
        }
        if (vehicles.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("", "no_rows", "Write a line of names, and a line for each vehicle."));
        }
        return vehicles;
    }

    private boolean areKnown(List<String> names) {
        names.stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> faults.add(new Fault(
                        at(1, name),
                        "unknown_column",
                        "Leave it out: columns are plate, class, exempt, zones, validFrom, validTo.")));
        if (!names.contains("plate")) {
            faults.add(new Fault(at(1, "plate"), "missing", "Write a column plate."));
        }
        return faults.isEmpty();
    }

    private @Nullable Vehicle vehicle(long line, CSVRecord row) {
        if (!row.isConsistent()) {
            faults.add(new Fault(
                    at(line, ""), "uneven_row", "Write as many values as there are names in the first line."));
            return null;
        }
        String zonesOf = value(row, "zones");
        Linted<Vehicle> linted = VehicleLint.check(
                new VehicleDraft(
                        value(row, "plate"),
                        value(row, "class"),
                        value(row, "exempt"),
                        zonesOf == null ? null : Arrays.asList(zonesOf.split("\\s+")),
                        value(row, "validFrom"),
                        value(row, "validTo")),
                zones);
        linted.faults().forEach(f -> faults.add(new Fault(at(line, f.field()), f.code(), f.message())));
        Vehicle vehicle = linted.value();
        if (vehicle != null) {
            Long other = lines.putIfAbsent(vehicle.plate().text(), line);
            if (other != null) {
                faults.add(new Fault(at(line, "plate"), "repeated_plate", "Leave one: line " + other + " has it too."));
            }
        }
        return vehicle;
    }

    private static @Nullable String value(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : null;
    }

    /** The line that the row ends on; a file's first line is 1. */
    private static long line(CSVParser rows, CSVRecord row) {
        return Math.max(rows.getCurrentLineNumber(), row.getRecordNumber() + 1);
    }

    private static String at(long line, String field) {
        return "lines[" + line + "]" + (field.isEmpty() ? "" : "." + field);
    }
}
