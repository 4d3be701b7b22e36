package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is a capture: a pure function of the request, its key and the settings.
 *
 * @param site the time zone of cameras whose clocks have no offset
 * @param mostBytes of an image
 * @param mostPixels width times height
 */
record CaptureRules(ZoneId site, long mostBytes, long mostPixels) {
    /** A capture to be published, or every fault of the request. */
    sealed interface Decision {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Publish(Capture capture, byte[] image) implements Decision {}

    record Refuse(List<Fault> faults) implements Decision {}

    Decision decide(Submission sent, ApiKey key) {
        List<Fault> faults = new ArrayList<>();
        byte @Nullable [] image = imageOf(sent, faults);
        ImageHeader header = image == null ? null : headerOf(image, sent, faults);
        Exif exif = image == null || header == null ? Exif.NONE : ExifReading.of(image, header);

        Fields fields = new Fields(sent.fields(), faults);
        Coordinates requested = fields.place();
        String url = fields.url();
        Optional<PlaceRule.Found> place = PlaceRule.placeOf(requested, url, exif, key);
        if (place.isEmpty() && header != null && !fields.namesPlace()) {
            faults.add(new Fault(FaultCode.PLACE_MISSING, null, "latitude and longitude, a maps url, or EXIF GPS"));
        }
        Instant capturedAt = fields.capturedAt();
        ZoneId zone = key.timeZone() == null ? site : key.timeZone();
        Optional<TimeRule.Found> time = TimeRule.timeOf(capturedAt, sent.clock(), exif, sent.receivedAt(), zone);
        if (time.isEmpty()) {
            faults.add(new Fault(FaultCode.CAPTURED_AT_AHEAD, "capturedAt", "at most 24 hours ahead of now"));
        }
        Direction direction = fields.direction();
        Double accuracy = fields.accuracyMeters();
        String named = fields.cameraId();
        String cameraId = named == null && key.kind() == ApiKey.Kind.CAMERA ? key.id() : named;
        String source = fields.source();
        String plate = fields.declaredPlate();
        Capture.Priority priority = fields.priority();
        String idempotencyKey = sent.idempotencyKey();
        if (idempotencyKey != null && !CaptureIds.isIdempotencyKey(idempotencyKey)) {
            faults.add(new Fault(
                    FaultCode.IDEMPOTENCY_KEY_MALFORMED, "Idempotency-Key", "1 to 255 printable ASCII characters"));
        }
        if (!faults.isEmpty() || image == null || header == null || place.isEmpty() || time.isEmpty()) {
            faults.sort(Comparator.comparing(Fault::code));
            return new Refuse(List.copyOf(faults));
        }

        String sha256 = sha256(image);
        return new Publish(
                new Capture(
                        CaptureIds.of(key.id(), idempotencyKey, sha256, fields.asSent("cameraId"), timeAsSent(sent)),
                        time.get().capturedAt(),
                        sent.receivedAt(),
                        place.get().place(),
                        place.get().source(),
                        time.get().source(),
                        new Capture.Image(header.contentType(), header.width(), header.height(), image.length, sha256),
                        key.id(),
                        url,
                        accuracy,
                        cameraId,
                        direction == null ? key.direction() : direction,
                        source,
                        plate,
                        priority,
                        time.get().flags(),
                        1),
                image);
    }

    private static String timeAsSent(Submission sent) {
        String clock = sent.clock() == null ? "" : sent.clock().asSent();
        return sent.fields().getOrDefault("capturedAt", clock);
    }

    private byte @Nullable [] imageOf(Submission sent, List<Fault> faults) {
        if (sent.photo() instanceof Submission.NoPhoto none) {
            faults.add(none.fault());
            return null;
        }
        byte[] bytes = ((Submission.Bytes) sent.photo()).bytes();
        if (bytes.length == 0) {
            faults.add(new Fault(FaultCode.IMAGE_EMPTY, "image", "the image has no bytes"));
            return null;
        }
        if (bytes.length > mostBytes) {
            faults.add(new Fault(FaultCode.IMAGE_TOO_LARGE, "image", "at most " + mostBytes + " bytes"));
            return null;
        }
        return bytes;
    }

    private @Nullable ImageHeader headerOf(byte[] image, Submission sent, List<Fault> faults) {
        Optional<ImageHeader> header = ImageHeader.of(image);
        if (header.isEmpty()) {
            faults.add(new Fault(FaultCode.IMAGE_TYPE, "image", "a JPEG, PNG or WebP with a whole header"));
            return null;
        }
        String declared = ((Submission.Bytes) sent.photo()).declaredType();
        String actual = header.get().contentType();
        if (declared != null && !declared.equals("application/octet-stream") && !declared.equals(actual)) {
            faults.add(new Fault(FaultCode.IMAGE_TYPE, "Content-Type", "the image is " + actual + ": declare that"));
        }
        if (header.get().pixels() > mostPixels) {
            faults.add(new Fault(FaultCode.IMAGE_PIXELS, "image", "at most " + mostPixels + " pixels"));
        }
        return header.get();
    }

    private static String sha256(byte[] image) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
