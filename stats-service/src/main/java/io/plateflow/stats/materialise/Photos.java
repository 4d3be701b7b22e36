package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.stats.signals.Signals;
import io.plateflow.stats.storage.Blobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Captures as the gateway took them: the image first, then the facts. */
@Component
class Photos implements Sink<Photos.Photo> {
    private final Blobs blobs;
    private final CaptureRows rows;
    private final ReusedKeys reusedKeys;
    private final Totals totals;
    private final Signals signals;
    private final Progress progress;

    Photos(Blobs blobs, CaptureRows rows, ReusedKeys reusedKeys, Totals totals, Signals signals, Progress progress) {
        this.blobs = blobs;
        this.rows = rows;
        this.reusedKeys = reusedKeys;
        this.totals = totals;
        this.signals = signals;
        this.progress = progress;
    }

    /** A capture, its image's bytes, and where its record lies. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Photo(Capture capture, byte[] image, int part, long position) {}

    @Override
    public Photo decode(ConsumerRecord<String, byte[]> event) {
        return new Photo(
                CaptureHeaders.read(event.headers()),
                requireNonNull(event.value(), "the capture lacks its image"),
                event.partition(),
                event.offset());
    }

    /** The batch's images commit before its rows: a photo without a row is harmless, a row without its photo is not. */
    @Override
    public void prepare(List<Photo> photos) {
        List<Object[]> images = photos.stream()
                .map(p -> new Object[] {
                    bytes(p.capture().id()), p.capture().image().contentType(), p.image()
                })
                .toList();
        blobs.transactions()
                .executeWithoutResult(transaction -> blobs.jdbc()
                        .batchUpdate(
                                "INSERT IGNORE INTO capture_image (capture_id, content_type, image) VALUES (?, ?, ?)",
                                images));
    }

    @Override
    public void write(List<Photo> photos) {
        Map<UUID, Photo> captures = new LinkedHashMap<>();
        photos.forEach(p -> captures.merge(
                p.capture().id(),
                p,
                (a, b) -> b.capture().attempt() > a.capture().attempt() ? b : a));
        if (captures.isEmpty()) {
            return;
        }
        Map<UUID, Optional<CaptureRows.Facts>> facts = new HashMap<>();
        captures.forEach((id, photo) -> facts.put(
                id,
                Optional.of(new CaptureRows.Facts(
                        photo.capture(), rows.place(photo.capture()), photo.part(), photo.position(), null))));
        CaptureRows.Locked locked = rows.lock(facts);
        Deltas deltas = new Deltas();
        Map<UUID, Integer> attempts = new TreeMap<>();
        List<CaptureRows.Facts> absent = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        captures.forEach((id, photo) -> {
            Capture capture = photo.capture();
            CaptureState state = requireNonNull(locked.states().get(id));
            if (state.photoGone()) {
                gone.add(id);
            }
            if (capture.attempt() > state.attempt()) {
                attempts.put(id, capture.attempt());
            }
            if (!state.factsKnown()) {
                CaptureRows.Facts one = requireNonNull(facts.get(id)).orElseThrow();
                if (!locked.made().contains(id)) {
                    absent.add(one);
                }
                rows.count(deltas, rows.known(state, capture, one.placed()), CaptureRows.location(capture));
            }
        });
        rows.dropPhotos(gone);
        rows.writeFacts(absent);
        rows.writeAttempts(attempts);
        totals.move(deltas);
        progress.reusedKeys(reusedKeys.flag(reused(photos, captures, locked.states())));
        photos.forEach(p -> signals.hear(p.capture()));
    }

    /** Those of which a record brings another photo than the first: their Idempotency-Key was used for two. */
    private static Set<UUID> reused(List<Photo> photos, Map<UUID, Photo> captures, Map<UUID, CaptureState> before) {
        Set<UUID> reused = new TreeSet<>();
        for (Photo photo : photos) {
            UUID id = photo.capture().id();
            String known = requireNonNull(before.get(id)).sha256();
            String first = known == null
                    ? requireNonNull(captures.get(id)).capture().image().sha256()
                    : known;
            if (!first.equals(photo.capture().image().sha256())) {
                reused.add(id);
            }
        }
        return reused;
    }
}
