package io.plateflow.stats.vehicles;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plateflow.domain.tariff.VehicleDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vehicle as its JSON has it. */
record WrittenVehicle(
        @Nullable String plate,
        @JsonProperty("class") @Nullable String vehicleClass,
        @Nullable Boolean exempt,
        @Nullable List<@Nullable String> zones,
        @Nullable String validFrom,
        @Nullable String validTo) {

    /** The same under {@code plate}. */
    VehicleDraft named(String name) {
        return new VehicleDraft(
                name, vehicleClass, exempt == null ? null : exempt.toString(), zones, validFrom, validTo);
    }
}
