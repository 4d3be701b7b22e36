package io.plateflow.ingest;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole request as it arrived, nothing of it checked.
 *
 * @param fields query parameters and the fields of a multipart body, which win; blank ones are left out
 * @param photo the image, or why there is none
 * @param idempotencyKey the header, as sent
 * @param receivedAt when the body was complete
 * @param clock of the camera that sent it by itself; unlike the field {@code capturedAt}, which somebody chose, it is
 *     passed over when it cannot be true
 */
public record Submission(
        Map<String, String> fields,
        Photo photo,
        @Nullable String idempotencyKey,
        Instant receivedAt,
        @Nullable CameraTime clock)
        implements Understood {

    public Submission {
        fields = Map.copyOf(fields);
    }

    Submission(Map<String, String> fields, Photo photo, @Nullable String idempotencyKey, Instant receivedAt) {
        this(fields, photo, idempotencyKey, receivedAt, null);
    }

    /** The image of a request. */
    public sealed interface Photo {}

    /** @param declaredType the media type without parameters, lower case; null when none was declared */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 10 MiB would serve nobody
    public record Bytes(@Nullable String declaredType, byte[] bytes) implements Photo {}

    /** There is no image, and this is why. */
    public record NoPhoto(Fault fault) implements Photo {}
}
