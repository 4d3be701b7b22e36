package io.plateflow.domain.oracle;

import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that ever happened, in any order and however often it was told.
 *
 * @param sightings as the machine read them
 * @param corrections what people read instead
 * @param decisions about stays
 * @param tariffs all versions
 * @param vehicles all versions
 */
public record Facts(
        Collection<Sighting> sightings,
        Collection<Correction> corrections,
        Collection<? extends Decision> decisions,
        Collection<Tariff> tariffs,
        Collection<Vehicle> vehicles) {

    /**
     * What a person read; of several of one capture the one with the highest number counts.
     *
     * @param plate null when it cannot be read
     */
    public record Correction(
            UUID captureId, int n, @Nullable Plate plate, Set<Plate> candidates) {}
}
