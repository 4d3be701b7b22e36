package io.plateflow.ingest;

import io.plateflow.domain.Uuids;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a capture: the same request gives the same id on every replica, which makes a repeat harmless. */
final class CaptureIds {
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private CaptureIds() {}

    /** Whether {@code header} can name a request: 1 to 255 printable ASCII characters. */
    static boolean isIdempotencyKey(String header) {
        return IDEMPOTENCY_KEY.matcher(header).matches();
    }

    /**
     * From the Idempotency-Key where there is one, else from what was sent. The two cannot meet: their names have
     * different numbers of lines, and no part may contain a line break.
     *
     * @param cameraId as sent, else empty
     * @param capturedAt as sent, else empty
     */
    static UUID of(String keyId, @Nullable String idempotencyKey, String sha256, String cameraId, String capturedAt) {
        return idempotencyKey == null ? Uuids.v5(keyId, sha256, cameraId, capturedAt) : Uuids.v5(keyId, idempotencyKey);
    }
}
