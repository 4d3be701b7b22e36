package io.plateflow.domain.tariff;

import io.plateflow.domain.plate.Plate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a vehicle of a draft, or tells all that keeps it from being one; and what is odd about it. */
public final class VehicleLint {
    private static final int LONGEST_PLATE = 16;
    private static final int LONGEST_CLASS = 50;

    private final VehicleDraft draft;
    private final DraftReader read = new DraftReader();

    private VehicleLint(VehicleDraft draft) {
        this.draft = draft;
    }

    /**
     * Reads {@code draft}; the vehicle is version 1, published at the epoch. Fields are named as people write them:
     * {@code class} for the vehicle's class.
     *
     * @param zones whether there is a zone with an id
     */
    public static Linted<Vehicle> check(VehicleDraft draft, Predicate<String> zones) {
        VehicleLint lint = new VehicleLint(draft);
        Vehicle vehicle = lint.vehicle(zones);
        return new Linted<>(vehicle, lint.read.faults(), vehicle == null ? List.of() : warnings(vehicle));
    }

    private @Nullable Vehicle vehicle(Predicate<String> known) {
        Plate plate = read.required("plate", plate(draft.plate()));
        String vehicleClass = vehicleClass(draft.vehicleClass());
        if (draft.exempt() != null && !Set.of("true", "false").contains(draft.exempt())) {
            read.found("exempt", "unknown_word", "Write true or false.");
        }
        List<String> zones = read.list("zones", draft.zones(), (at, zone) -> {
            if (!known.test(zone)) {
                read.found(at, "unknown_zone", "Write the id of a zone that was published, or of an automatic one.");
                return null;
            }
            return zone;
        });
        Instant from = read.instant("validFrom", draft.validFrom());
        Instant to = read.instant("validTo", draft.validTo());
        if (from != null && to != null && !to.isAfter(from)) {
            read.found("validTo", "ends_first", "Write an end after the beginning.");
        }
        return plate == null || !read.faults().isEmpty()
                ? null
                : new Vehicle(
                        plate,
                        1,
                        Instant.EPOCH,
                        vehicleClass,
                        "true".equals(draft.exempt()),
                        Set.copyOf(zones),
                        from,
                        to);
    }

    private @Nullable Plate plate(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Plate plate =
                written.length() > LONGEST_PLATE ? null : Plate.parse(written).orElse(null);
        if (plate == null) {
            read.found("plate", "malformed_plate", "Write 2 to 10 letters and digits.");
        }
        return plate;
    }

    private @Nullable String vehicleClass(@Nullable String written) {
        String name = read.name("class", written);
        if (name != null && name.length() > LONGEST_CLASS) {
            read.found("class", "too_long", "Write at most " + LONGEST_CLASS + " characters.");
            return null;
        }
        return name;
    }

    private static List<Warning> warnings(Vehicle vehicle) {
        List<Warning> warnings = new ArrayList<>();
        if (vehicle.vehicleClass() == null && !vehicle.exempt()) {
            warnings.add(new Warning("class", "without_effect", "It pays like any other; it ends what held before."));
        }
        if (vehicle.vehicleClass() != null && vehicle.exempt()) {
            warnings.add(new Warning("class", "exempt_anyway", "It pays nothing, whatever its class."));
        }
        return warnings;
    }
}
