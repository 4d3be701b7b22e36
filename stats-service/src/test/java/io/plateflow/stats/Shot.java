package io.plateflow.stats;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Capture.Priority;
import io.plateflow.contracts.Capture.TimeSource;
import io.plateflow.contracts.CaptureHeaders;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Coordinates;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A photo of a camera as the gateway takes it, with whatever clock. */
public record Shot(
        UUID id,
        String keyId,
        @Nullable String camera,
        Instant capturedAt,
        Instant receivedAt,
        TimeSource timeSource,
        Priority priority,
        String sha256) {

    public static Shot of(String keyId, @Nullable String camera, Instant capturedAt, Instant receivedAt) {
        return new Shot(
                UUID.randomUUID(),
                keyId,
                camera,
                capturedAt,
                receivedAt,
                TimeSource.REQUEST,
                Priority.LIVE,
                "ab".repeat(32));
    }

    public Shot showing(String otherSha256) {
        return new Shot(id, keyId, camera, capturedAt, receivedAt, timeSource, priority, otherSha256);
    }

    public Shot timed(TimeSource source, Priority other) {
        return new Shot(id, keyId, camera, capturedAt, receivedAt, source, other, sha256);
    }

    public Capture capture() {
        return new Capture(
                id,
                capturedAt,
                receivedAt,
                new Coordinates(-38.0055, -57.5426),
                Capture.PlaceSource.CAMERA,
                timeSource,
                new Capture.Image("image/jpeg", 640, 480, Story.photo().length, sha256),
                keyId,
                null,
                null,
                camera,
                null,
                null,
                null,
                priority,
                Set.of(),
                1);
    }

    public ProducerRecord<String, byte[]> message() {
        ProducerRecord<String, byte[]> photo =
                new ProducerRecord<>(Topics.CAPTURES.name(), id.toString(), Story.photo());
        CaptureHeaders.write(capture(), "/plateflow/ingest", photo.headers());
        return photo;
    }
}
