package io.plateflow.billing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayCheckedOut;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Rules;
import io.plateflow.domain.stay.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger is told of one capture in one zone; nothing else passes the repartition. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Entry.CheckedOut.class, name = "checked-out")
})
sealed interface Entry {

    String zone();

    UUID captureId();

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
            @Nullable Sighting sighting) implements Entry {}

    /**
     * A person pressed "Cobrar".
     *
     * @param zone of the stay
     * @param captureId a capture of the stay
     * @param at when the stay ends
     */
    record CheckedOut(String zone, UUID captureId, Instant at) implements Entry {}

    /** None when the capture's headers were never understood: then no end of it can bill. */
    static List<Entry> of(Reading reading) {
        if (reading instanceof PlateRead read) {
            return List.of(ended(read, read.capture(), read.rated() ? sighting(read) : null));
        }
        if (reading instanceof PlateCorrected) {
            return List.of();
        }
        Capture capture = reading instanceof PlateUnreadable unreadable
                ? unreadable.capture()
                : ((PlateRejected) reading).capture();
        return capture == null ? List.of() : List.of(ended(reading, capture, null));
    }

    static List<Entry> of(Command command) {
        if (!(command instanceof StayCheckedOut checkout)) {
            return List.of();
        }
        return List.of(new CheckedOut(
                Objects.requireNonNull(checkout.zone()),
                Objects.requireNonNull(checkout.captureId()),
                Objects.requireNonNull(checkout.at())));
    }

    private static Entry ended(Reading reading, Capture capture, @Nullable Sighting sighting) {
        return new Ended(
                Zones.zoneOf(capture.place()),
                Objects.requireNonNull(reading.captureId()),
                Math.max(1, reading.attempt()),
                sighting);
    }

    private static Sighting sighting(PlateRead read) {
        Capture capture = read.capture();
        return new Sighting(
                read.captureId(),
                Zones.zoneOf(capture.place()),
                Rules.AUTOMATIC,
                Objects.requireNonNull(read.plate().text()),
                read.plate().candidates().stream()
                        .flatMap(c -> Plate.parse(c.text()).stream())
                        .collect(toUnmodifiableSet()),
                capture.place(),
                Objects.requireNonNull(capture.capturedAt()),
                Objects.requireNonNullElse(capture.direction(), Direction.SIGHTING),
                capture.flags().stream().map(Enum::name).collect(toUnmodifiableSet()));
    }
}
