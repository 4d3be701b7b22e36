package io.plateflow.contracts;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.stay.Direction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A {@link Capture} as CloudEvents attributes in record headers; the image is the record's value. */
public final class CaptureHeaders {
    public static final String TYPE = "io.plateflow.capture.accepted";

    private CaptureHeaders() {}

    /** @param to of a new record, which hold no attribute yet: each is only added, for a gateway writes many */
    public static void write(Capture capture, String source, Headers to) {
        Capture.Image image = capture.image();
        CloudEvents.write(to, capture.id().toString(), TYPE, source, capture.capturedAt(), image.contentType());
        set(to, "receivedat", capture.receivedAt());
        set(to, "latitude", capture.place().latitude());
        set(to, "longitude", capture.place().longitude());
        set(to, "placesource", capture.placeSource());
        set(to, "timesource", capture.timeSource());
        set(to, "width", image.width());
        set(to, "height", image.height());
        set(to, "bytes", image.bytes());
        set(to, "sha256", image.sha256());
        set(to, "keyid", capture.keyId());
        set(to, "url", capture.url());
        set(to, "accuracymeters", capture.accuracyMeters());
        set(to, "cameraid", capture.cameraId());
        set(to, "direction", capture.direction());
        set(to, "sender", capture.source());
        set(to, "declaredplate", capture.declaredPlate());
        set(to, "priority", capture.priority());
        set(to, "flags", capture.flags().stream().map(Enum::name).sorted().collect(joining(",")));
        set(to, "attempt", capture.attempt());
    }

    /** @throws IllegalArgumentException when an attribute is missing or malformed; the message names it */
    public static Capture read(Headers from) {
        try {
            return new Capture(
                    UUID.fromString(need(from, "id")),
                    Instant.parse(need(from, "time")),
                    Instant.parse(need(from, "receivedat")),
                    new Coordinates(
                            Double.parseDouble(need(from, "latitude")), Double.parseDouble(need(from, "longitude"))),
                    Capture.PlaceSource.valueOf(need(from, "placesource")),
                    Capture.TimeSource.valueOf(need(from, "timesource")),
                    new Capture.Image(
                            CloudEvents.get(from, CloudEvents.CONTENT_TYPE).orElse(""),
                            Integer.parseInt(need(from, "width")),
                            Integer.parseInt(need(from, "height")),
                            Integer.parseInt(need(from, "bytes")),
                            need(from, "sha256")),
                    need(from, "keyid"),
                    get(from, "url").orElse(null),
                    get(from, "accuracymeters").map(Double::valueOf).orElse(null),
                    get(from, "cameraid").orElse(null),
                    get(from, "direction").map(Direction::valueOf).orElse(null),
                    get(from, "sender").orElse(null),
                    get(from, "declaredplate").orElse(null),
                    Capture.Priority.valueOf(need(from, "priority")),
                    Arrays.stream(get(from, "flags").orElse("").split(",", -1))
                            .filter(f -> !f.isEmpty())
                            .map(CaptureFlag::valueOf)
                            .collect(toUnmodifiableSet()),
                    Integer.parseInt(get(from, "attempt").orElse("1")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time of the capture is malformed: " + e.getMessage(), e);
        }
    }

    private static void set(Headers to, String attribute, @Nullable Object value) {
        if (value != null) {
            to.add("ce_" + attribute, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> get(Headers from, String attribute) {
        return CloudEvents.get(from, "ce_" + attribute);
    }

    private static String need(Headers from, String attribute) {
        return get(from, attribute)
                .orElseThrow(() -> new IllegalArgumentException("the capture lacks ce_" + attribute));
    }
}
