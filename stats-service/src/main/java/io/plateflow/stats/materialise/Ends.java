package io.plateflow.stats.materialise;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.stats.aliases.Aliases;
import io.plateflow.stats.aliases.Names;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends of captures: the first of the highest attempt is in force, later ones are counted and ignored. A person's
 * correction stands above every end, of several the highest. Of a capture whose plate was erased for its time the outcome
 * stays alone.
 */
@Component
class Ends implements Sink<Reading> {
    private final Deserializer<Reading> json = Json.serde(Reading.class).deserializer();
    private final CaptureRows rows;
    private final EndRows ends;
    private final CorrectionRows corrections;
    private final ErasedRows erased;
    private final Aliases aliases;
    private final Totals totals;
    private final Progress progress;

    Ends(
            CaptureRows rows,
            EndRows ends,
            CorrectionRows corrections,
            ErasedRows erased,
            Aliases aliases,
            Totals totals,
            Progress progress) {
        this.rows = rows;
        this.ends = ends;
        this.corrections = corrections;
        this.erased = erased;
        this.aliases = aliases;
        this.totals = totals;
        this.progress = progress;
    }

    @Override
    public @Nullable Reading decode(ConsumerRecord<String, byte[]> event) {
        Reading reading = json.deserialize(event.topic(), event.value());
        requireNonNull(reading.captureId(), "the reading names no capture");
        requireNonNull(reading.at(), "the reading has no time");
        return reading;
    }

    @Override
    public void write(List<Reading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        Map<UUID, Optional<CaptureRows.Facts>> brought = brought(readings);
        CaptureRows.Locked locked = rows.lock(brought);
        Map<UUID, CaptureState> states = locked.states();
        Names names = aliases.current();
        Deltas deltas = new Deltas();
        Map<UUID, CaptureRows.Facts> facts = new LinkedHashMap<>();
        Set<UUID> ended = new LinkedHashSet<>();
        Map<UUID, Reading> inForce = new LinkedHashMap<>();
        Map<UUID, PlateCorrected> corrected = new LinkedHashMap<>();
        Map<UUID, @Nullable String> gone = new LinkedHashMap<>();
        Set<ErasedRows.Counted> misread = new TreeSet<>();
        Map<UUID, Integer> attempts = new TreeMap<>();
        int ignored = 0;
        for (Reading reading : readings) {
            UUID id = reading.captureId();
            CaptureState state = requireNonNull(states.get(id));
            if (state.deleted() && !isOutcomeOfErased(reading, state)) {
                ignored++;
                continue;
            }
            CaptureRows.Facts one = requireNonNull(brought.get(id)).orElse(null);
            if (one != null && !state.factsKnown()) {
                state = rows.known(state, one.capture(), one.placed());
                if (!locked.made().contains(id)) {
                    facts.put(id, one);
                }
                rows.count(deltas, state, CaptureRows.location(one.capture()));
            }
            boolean correction = reading instanceof PlateCorrected;
            if (!isNew(reading, state)) {
                ignored += correction ? 0 : 1;
                states.put(id, state);
                continue;
            }
            String written = correction || state.correction() == 0 ? plateOf(reading) : state.plate();
            String plate = state.deleted()
                    ? state.plate()
                    : written == null || state.takenAt() == null ? written : names.of(written, state.takenAt());
            boolean goes = !Objects.equals(plate, written) || state.deleted();
            if (goes) {
                gone.put(id, plate);
                misread.addAll(ErasedRows.Counted.of(state.localDay(), state.plate()));
            }
            plateChanged(deltas, state, plate);
            if (reading instanceof PlateCorrected person) {
                state = state.withCorrection(person.n(), plate, goes);
                corrected.put(id, person);
            } else {
                state.countOutcome(deltas, -1);
                state = state.withEnd(reading.attempt(), EndRows.status(reading), plate, goes);
                state.countOutcome(deltas, 1);
                ended.add(id);
                if (one == null || one.end() == null || !locked.made().contains(id)) {
                    inForce.put(id, reading);
                }
                if (reading.attempt() > state.attempt()) {
                    attempts.put(id, reading.attempt());
                }
            }
            states.put(id, state);
        }
        rows.writeFacts(facts.values());
        rows.writeAttempts(attempts);
        ends.write(inForce.values(), names);
        corrections.write(corrected.values());
        erased.blank(gone);
        totals.move(deltas);
        erased.forget(misread);
        if (!names.isEmpty()) {
            erased.inStays(ended);
        }
        progress.ignoredEnds(ignored);
    }

    /** Of each capture the facts that the first reading with any tells, and its end where that is all that came of it. */
    private Map<UUID, Optional<CaptureRows.Facts>> brought(List<Reading> readings) {
        Map<UUID, Long> events = readings.stream().collect(groupingBy(Reading::captureId, counting()));
        Map<UUID, Optional<CaptureRows.Facts>> brought = new HashMap<>();
        for (Reading reading : readings) {
            Capture capture = captureOf(reading);
            boolean alone = isNew(reading, CaptureState.NEW)
                    && !(reading instanceof PlateCorrected)
                    && events.getOrDefault(reading.captureId(), 0L) == 1;
            if (brought.getOrDefault(reading.captureId(), Optional.empty()).isEmpty()) {
                brought.put(
                        reading.captureId(),
                        Optional.ofNullable(capture)
                                .map(c -> new CaptureRows.Facts(c, rows.place(c), null, null, alone ? reading : null)));
            }
        }
        return brought;
    }

    /** Of one that was erased before it was read the outcome counts still, or it would be waited for. */
    private static boolean isOutcomeOfErased(Reading reading, CaptureState state) {
        return !(reading instanceof PlateCorrected) && state.status().equals("PENDING");
    }

    private static boolean isNew(Reading reading, CaptureState state) {
        return reading instanceof PlateCorrected correction
                ? correction.n() > state.correction()
                : reading.attempt() > state.endAttempt();
    }

    private static void plateChanged(Deltas deltas, CaptureState from, @Nullable String to) {
        LocalDate day = from.localDay();
        if (from.plate() != null && day != null) {
            deltas.plate(day, from.plate(), -1);
        }
        if (to != null && day != null) {
            deltas.plate(day, to, 1);
        }
    }

    private static @Nullable String plateOf(Reading reading) {
        if (reading instanceof PlateCorrected correction) {
            return correction.plate() == null ? null : correction.plate().text();
        }
        return reading instanceof PlateRead read ? read.plate().text().text() : null;
    }

    private static @Nullable Capture captureOf(Reading reading) {
        if (reading instanceof PlateRead read) {
            return read.capture();
        }
        if (reading instanceof PlateUnreadable unreadable) {
            return unreadable.capture();
        }
        if (reading instanceof PlateCorrected corrected) {
            return corrected.capture();
        }
        return ((PlateRejected) reading).capture();
    }
}
