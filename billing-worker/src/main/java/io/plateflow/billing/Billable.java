package io.plateflow.billing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.place.Placed;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Sighting;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a reading bills: what nobody doubts, and what a person confirmed in time. */
final class Billable {
    private Billable() {}

    /** What was known of the photo; null when its headers could not be read. */
    static @Nullable Capture capture(Reading reading) {
        if (reading instanceof PlateRead read) {
            return requireNonNull(read.capture());
        }
        if (reading instanceof PlateUnreadable unreadable) {
            return requireNonNull(unreadable.capture());
        }
        return reading instanceof PlateCorrected corrected
                ? requireNonNull(corrected.capture())
                : ((PlateRejected) reading).capture();
    }

    /** What the ledger is told; a capture that came later than {@code retention} bills by no means. */
    static Entry entry(Reading reading, Capture capture, Placed placed, Duration retention) {
        boolean late =
                Duration.between(capture.capturedAt(), capture.receivedAt()).compareTo(retention) > 0;
        if (reading instanceof PlateCorrected corrected) {
            Plate plate = corrected.plate();
            return new Entry.Corrected(
                    placed.zone(),
                    requireNonNull(corrected.captureId()),
                    corrected.n(),
                    plate == null || late ? null : sighting(capture, placed, plate, corrected.candidates()));
        }
        return new Entry.Ended(
                placed.zone(),
                requireNonNull(reading.captureId()),
                Math.max(1, reading.attempt()),
                reading instanceof PlateRead read && !late && isSure(read, placed)
                        ? sighting(capture, placed, requireNonNull(read.plate().text()), candidates(read))
                        : null);
    }

    private static boolean isSure(PlateRead read, Placed placed) {
        return read.rated() && !placed.uncertain() && !placed.rules().confirmAll();
    }

    private static Set<Plate> candidates(PlateRead read) {
        return read.plate().candidates().stream()
                .flatMap(candidate -> Plate.parse(candidate.text()).stream())
                .collect(toUnmodifiableSet());
    }

    private static Sighting sighting(Capture capture, Placed placed, Plate plate, Set<Plate> candidates) {
        Stream<CaptureFlag> uncertain = placed.uncertain() ? Stream.of(CaptureFlag.PLACE_UNCERTAIN) : Stream.empty();
        return new Sighting(
                capture.id(),
                placed.zone(),
                placed.rules(),
                plate,
                candidates,
                capture.place(),
                capture.capturedAt(),
                requireNonNullElse(capture.direction(), Direction.SIGHTING),
                Stream.concat(capture.flags().stream(), uncertain)
                        .map(Enum::name)
                        .collect(toUnmodifiableSet()));
    }
}
