package io.plateflow.domain.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as somebody wrote it; {@link VehicleLint} says what it lacks.
 *
 * @param plate case, spaces and dashes do not matter
 * @param vehicleClass chooses a tariff's adjustment
 * @param exempt true, or false (also when absent)
 * @param zones where it applies; none: everywhere
 * @param validFrom RFC 3339 with offset
 * @param validTo RFC 3339 with offset, exclusive
 */
public record VehicleDraft(
        @Nullable String plate,
        @Nullable String vehicleClass,
        @Nullable String exempt,
        @Nullable List<@Nullable String> zones,
        @Nullable String validFrom,
        @Nullable String validTo) {}
