package io.plateflow.stats.materialise;

import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.PlateCorrected;
import io.plateflow.contracts.PlateRead;
import io.plateflow.contracts.PlateRejected;
import io.plateflow.contracts.PlateUnreadable;
import io.plateflow.contracts.Reading;
import io.plateflow.domain.place.Placed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends of captures: the first of the highest attempt is in force, later ones are counted and ignored. A person's
 * correction stands above every end, of several the highest.
 */
@Component
class Ends implements Sink<Reading> {
    private final Deserializer<Reading> json = Json.serde(Reading.class).deserializer();
    private final CaptureRows rows;
    private final EndRows ends;
    private final CorrectionRows corrections;
    private final Totals totals;
    private final Progress progress;

    Ends(CaptureRows rows, EndRows ends, CorrectionRows corrections, Totals totals, Progress progress) {
        this.rows = rows;
        this.ends = ends;
        this.corrections = corrections;
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
        Map<UUID, CaptureRows.State> states =
                rows.lock(readings.stream().map(Reading::captureId).toList());
        Deltas deltas = new Deltas();
        Map<UUID, CaptureRows.Facts> facts = new LinkedHashMap<>();
        Map<UUID, Reading> inForce = new LinkedHashMap<>();
        Map<UUID, PlateCorrected> corrected = new LinkedHashMap<>();
        Map<UUID, Integer> attempts = new TreeMap<>();
        int ignored = 0;
        for (Reading reading : readings) {
            UUID id = reading.captureId();
            CaptureRows.State state = requireNonNull(states.get(id));
            if (state.deleted()) {
                ignored++;
                continue;
            }
            Capture capture = captureOf(reading);
            if (capture != null && !state.factsKnown()) {
                Placed placed = rows.place(capture);
                state = rows.known(state, capture, placed);
                facts.put(id, new CaptureRows.Facts(capture, placed, null, null));
                rows.count(deltas, state, CaptureRows.location(capture));
            }
            if (reading instanceof PlateCorrected correction) {
                if (correction.n() > state.correction()) {
                    String plate = correction.plate() == null
                            ? null
                            : correction.plate().text();
                    plateChanged(deltas, state, plate);
                    state = state.withCorrection(correction.n(), plate);
                    corrected.put(id, correction);
                }
            } else if (reading.attempt() > state.endAttempt()) {
                String plate = state.correction() > 0 ? state.plate() : observed(reading);
                plateChanged(deltas, state, plate);
                state.countOutcome(deltas, -1);
                state = state.withEnd(reading.attempt(), EndRows.status(reading), plate);
                state.countOutcome(deltas, 1);
                inForce.put(id, reading);
                attempts.put(id, reading.attempt());
            } else {
                ignored++;
            }
            states.put(id, state);
        }
        rows.writeFacts(facts.values());
        rows.writeAttempts(attempts);
        ends.write(inForce.values());
        corrections.write(corrected.values());
        totals.move(deltas);
        progress.ignoredEnds(ignored);
    }

    private static void plateChanged(Deltas deltas, CaptureRows.State from, @Nullable String to) {
        LocalDate day = from.localDay();
        if (from.plate() != null && day != null) {
            deltas.plate(day, from.plate(), -1);
        }
        if (to != null && day != null) {
            deltas.plate(day, to, 1);
        }
    }

    private static @Nullable String observed(Reading end) {
        return end instanceof PlateRead read ? read.plate().text().text() : null;
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
