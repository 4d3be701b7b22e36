package io.plateflow.billing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.domain.stay.Decision;
import io.plateflow.domain.stay.Sighting;
import io.plateflow.domain.tariff.Vehicle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger is told; nothing else passes the repartition. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Entry.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = Entry.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Entry.TariffPublished.class, name = "tariff"),
    @JsonSubTypes.Type(value = Entry.VehiclePublished.class, name = "vehicle")
})
sealed interface Entry {

    /** Of one capture in one zone; told to the partition of that zone. */
    sealed interface OfCapture extends Entry {
        String zone();

        UUID captureId();
    }

    /** A version that may price a stay of any zone; told to every partition. */
    sealed interface OfAllZones extends Entry {}

    /**
     * How a capture ended. Ends that do not bill pass too: the first end of an attempt wins, whatever it says.
     *
     * @param zone of the capture's place
     * @param captureId whose end it is
     * @param attempt the highest one is the end
     * @param sighting what bills; null when nothing does
     */
    record Ended(
            String zone,
            UUID captureId,
            int attempt,
            @Nullable Sighting sighting) implements OfCapture {}

    /**
     * What a person said that the plate is; above every end.
     *
     * @param zone of the capture's place
     * @param captureId whose plate it is
     * @param n the highest one is in force
     * @param sighting what bills; null when nothing does
     */
    record Corrected(
            String zone, UUID captureId, int n, @Nullable Sighting sighting) implements OfCapture {}

    /** What a person decided about the stay that holds a capture. */
    record Decided(String zone, Decision decision) implements OfCapture {
        @Override
        public UUID captureId() {
            return decision.captureId();
        }
    }

    /** A version of a tariff. */
    record TariffPublished(TariffVersion version) implements OfAllZones {}

    /** A version of what is known of a vehicle. */
    record VehiclePublished(Vehicle version) implements OfAllZones {}
}
