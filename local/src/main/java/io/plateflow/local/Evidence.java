package io.plateflow.local;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureFlag;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Placed;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.place.Zones;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.stay.Sighting;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the retained readings say was seen: of each capture its end and its correction in force; nothing of billing's code. */
final class Evidence {
    /** How long billing's ledger keeps a stay; what came later than that bills by no means. */
    private final Duration retention;

    private final Map<UUID, Reading> ends = new HashMap<>();
    private final Map<UUID, PlateCorrected> corrections = new HashMap<>();

    private Evidence(Duration retention) {
        this.retention = retention;
    }

    /** @param retention of billing's ledger */
    static Evidence of(String kafka, Duration retention) {
        Evidence evidence = new Evidence(retention);
        Records.each(kafka, Topics.READINGS, record -> {
            try {
                evidence.add(Json.MAPPER.readValue(record.value(), Reading.class));
            } catch (JacksonException e) {
                // nobody could read it: billing set it aside
            }
        });
        return evidence;
    }

    /** The first end of the highest attempt counts, and the correction with the highest number. */
    private void add(Reading reading) {
        if (reading instanceof PlateCorrected person) {
            corrections.merge(person.captureId(), person, (had, comes) -> comes.n() > had.n() ? comes : had);
        } else if (capture(reading) != null) {
            ends.merge(reading.captureId(), reading, (had, comes) -> comes.attempt() > had.attempt() ? comes : had);
        }
    }

    int readings() {
        return ends.size();
    }

    /** What bills, in the zones as their {@code versions} say. */
    Stream<Sighting> sightings(Collection<Zone> versions) {
        Stream<Sighting> corrected = corrections.values().stream()
                .filter(person -> person.plate() != null && !late(person.capture()))
                .map(person -> sighting(
                        person.capture(), placed(person.capture(), versions), person.plate(), person.candidates()));
        Stream<Sighting> read = ends.values().stream()
                .filter(end -> !corrections.containsKey(end.captureId()))
                .flatMap(end -> end instanceof PlateRead plate ? billed(plate, versions).stream() : Stream.empty());
        return Stream.concat(corrected, read);
    }

    private Optional<Sighting> billed(PlateRead read, Collection<Zone> versions) {
        Placed placed = placed(read.capture(), versions);
        if (!read.rated()
                || late(read.capture())
                || placed.uncertain()
                || placed.rules().confirmAll()) {
            return Optional.empty();
        }
        Set<Plate> candidates = read.plate().candidates().stream()
                .flatMap(candidate -> Plate.parse(candidate.text()).stream())
                .collect(toUnmodifiableSet());
        return Optional.of(sighting(read.capture(), placed, read.plate().text(), candidates));
    }

    private static Sighting sighting(Capture capture, Placed placed, @Nullable Plate plate, Set<Plate> candidates) {
        Stream<CaptureFlag> border = placed.uncertain() ? Stream.of(CaptureFlag.PLACE_UNCERTAIN) : Stream.empty();
        return new Sighting(
                capture.id(),
                placed.zone(),
                placed.rules(),
                requireNonNull(plate),
                candidates,
                capture.place(),
                capture.capturedAt(),
                requireNonNullElse(capture.direction(), Direction.SIGHTING),
                Stream.concat(capture.flags().stream(), border).map(Enum::name).collect(toUnmodifiableSet()));
    }

    private static Placed placed(Capture capture, Collection<Zone> versions) {
        return Zones.place(capture.place(), capture.accuracyMeters(), capture.receivedAt(), versions);
    }

    private boolean late(Capture capture) {
        return Duration.between(capture.capturedAt(), capture.receivedAt()).compareTo(retention) > 0;
    }

    private static @Nullable Capture capture(Reading end) {
        if (end instanceof PlateRead read) {
            return read.capture();
        }
        return end instanceof PlateUnreadable unreadable ? unreadable.capture() : ((PlateRejected) end).capture();
    }
}
