package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The webhook of Plate Recognizer Stream and Snapshot: a form with {@code json} and the picture as {@code upload}.
 *
 * <p>Source: https://guides.platerecognizer.com/docs/stream/results and the maker's own receivers,
 * https://github.com/parkpow/deep-license-plate-recognition/tree/master/webhooks
 */
final class PlateRecognizer {
    private static final String WANTED = "a form with a field json, as Plate Recognizer's webhooks send it";
    private static final String REMEDY = "the event has no picture: set webhook_image = yes and"
            + " webhook_image_type = original in Stream's config.ini";

    private PlateRecognizer() {}

    static Push read(byte[] body, @Nullable String contentType) {
        Optional<Parts> parts = Parts.of(body, contentType);
        Optional<JsonText> json = parts.isPresent()
                ? parts.get().first(part -> part.field().equals("json")).flatMap(part -> JsonText.of(part.bytes()))
                : JsonText.of(alone(body));
        if (json.isEmpty() || !json.get().has("/data")) {
            return Push.malformed(WANTED);
        }
        JsonText event = json.get();
        String kind = event.at("/hook/event");
        if (kind != null && !kind.equals("recognition") && !event.has("/data/results")) {
            return new Push.Ignored(kind.equals("heartbeat") ? Push.Kind.HEARTBEAT : Push.Kind.OTHER_EVENT);
        }
        Optional<Part> picture = parts.flatMap(all -> all.largestPicture(part -> true));
        if (picture.isEmpty()) {
            return Push.withoutPicture(REMEDY);
        }
        return new Push.Sighting(
                picture.get().bytes(),
                new Facts()
                        .plate(event.at("/data/results/0/plate"))
                        .camera(event.at("/data/camera_id"))
                        .all(),
                CameraTime.of(event.at("/data/timestamp"))
                        .or(() -> CameraTime.of(event.at("/data/timestamp_local")))
                        .orElse(null),
                null,
                event.at("/data/filename"));
    }

    /** Without a picture the same field comes url-encoded, or the JSON alone. */
    private static byte[] alone(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        for (String field : text.split("&", -1)) {
            if (field.startsWith("json=")) {
                try {
                    return URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8);
                } catch (IllegalArgumentException malformed) {
                    return new byte[0];
                }
            }
        }
        return body;
    }
}
