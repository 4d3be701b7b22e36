package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.bytes;
import static java.util.Objects.requireNonNull;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.stats.storage.Blobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Captures as the gateway took them: the image first, then the facts. */
@Component
class Photos implements Sink<Photos.Photo> {
    private final Blobs blobs;
    private final CaptureRows rows;
    private final Totals totals;

    Photos(Blobs blobs, CaptureRows rows, Totals totals) {
        this.blobs = blobs;
        this.rows = rows;
        this.totals = totals;
    }

    /** A capture and its image's bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Photo(Capture capture, byte[] image) {}

    @Override
    public Photo decode(ConsumerRecord<String, byte[]> event) {
        return new Photo(
                CaptureHeaders.read(event.headers()), requireNonNull(event.value(), "the capture lacks its image"));
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
        Map<UUID, Capture> captures = new LinkedHashMap<>();
        photos.forEach(p -> captures.merge(p.capture().id(), p.capture(), (a, b) -> b.attempt() > a.attempt() ? b : a));
        if (captures.isEmpty()) {
            return;
        }
        Map<UUID, CaptureRows.State> before = rows.lock(captures.keySet());
        Deltas deltas = new Deltas();
        Map<UUID, Integer> attempts = new TreeMap<>();
        captures.forEach((id, capture) -> {
            if (capture.attempt() > requireNonNull(before.get(id)).attempt()) {
                attempts.put(id, capture.attempt());
            }
        });
        List<Capture> absent = captures.values().stream()
                .filter(c -> !requireNonNull(before.get(c.id())).factsKnown())
                .toList();
        absent.forEach(c -> deltas.captured(rows.localDay(c), CaptureRows.location(c)));
        rows.writeFacts(absent);
        rows.writeAttempts(attempts);
        totals.move(deltas);
    }
}
