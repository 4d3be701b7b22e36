package io.plateflow.contracts;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a photo beside its bytes: where and when it was taken and by whom it was sent.
 *
 * @param id captureId; the same request gives the same id
 * @param capturedAt event time
 * @param receivedAt when the gateway had the whole body
 * @param place where it was taken
 * @param placeSource what the place was taken from
 * @param timeSource what capturedAt was taken from
 * @param image its type, size and hash
 * @param keyId the API key that sent it
 * @param url the sender's maps link, shown and never fetched
 * @param accuracyMeters radius of the place's uncertainty
 * @param cameraId the sender's name of the camera
 * @param direction null when the sender said nothing
 * @param source the sender's own word for what sent it
 * @param declaredPlate what the sender says that the plate is, typed by a person or read by the camera: evidence beside
 *     the reading
 * @param priority LIVE before BULK
 * @param flags what is doubtful
 * @param attempt counted from 1; an operator's replay is n + 1
 */
public record Capture(
        UUID id,
        Instant capturedAt,
        Instant receivedAt,
        Coordinates place,
        PlaceSource placeSource,
        TimeSource timeSource,
        Image image,
        String keyId,
        @Nullable String url,
        @Nullable Double accuracyMeters,
        @Nullable String cameraId,
        @Nullable Direction direction,
        @Nullable String source,
        @Nullable String declaredPlate,
        Priority priority,
        Set<CaptureFlag> flags,
        int attempt) {

    public Capture {
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }

    /** The same photo as another attempt. */
    public Capture as(int anotherAttempt) {
        return new Capture(
                id,
                capturedAt,
                receivedAt,
                place,
                placeSource,
                timeSource,
                image,
                keyId,
                url,
                accuracyMeters,
                cameraId,
                direction,
                source,
                declaredPlate,
                priority,
                flags,
                anotherAttempt);
    }

    /** The same photo, of which its sender says that the plate is {@code plate}. */
    public Capture declaring(Plate plate) {
        return new Capture(
                id,
                capturedAt,
                receivedAt,
                place,
                placeSource,
                timeSource,
                image,
                keyId,
                url,
                accuracyMeters,
                cameraId,
                direction,
                source,
                plate.text(),
                priority,
                flags,
                attempt);
    }

    /**
     * The image's facts, from its header alone.
     *
     * @param contentType image/jpeg, image/png or image/webp
     * @param width pixels
     * @param height pixels
     * @param bytes length of the body
     * @param sha256 of the body, 64 lower-case hex digits
     */
    public record Image(String contentType, int width, int height, int bytes, String sha256) {}

    /** What the place was taken from, in the order of preference. */
    public enum PlaceSource {
        REQUEST,
        URL,
        EXIF,
        CAMERA
    }

    /** What capturedAt was taken from; EXIF_LOCAL had no offset and used the site's time zone. */
    public enum TimeSource {
        REQUEST,
        EXIF_GPS,
        EXIF_OFFSET,
        EXIF_LOCAL,
        RECEIVED
    }

    /** Live captures are read before bulk ones. */
    public enum Priority {
        LIVE,
        BULK
    }
}
