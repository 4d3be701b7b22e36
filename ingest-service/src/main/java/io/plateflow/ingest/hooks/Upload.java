package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture from any camera that can post one: a form with it as {@code upload}, like a request to Plate Recognizer's
 * Snapshot with {@code camera_id} and {@code timestamp}, or the bare picture. The fields of a capture may be in the form.
 *
 * <p>Source: https://guides.platerecognizer.com/docs/snapshot/api-reference
 */
final class Upload {
    private static final String WANTED = "a picture, or a form with one as upload";
    private static final List<String> FIELDS = List.of(
            "latitude",
            "longitude",
            "url",
            "capturedAt",
            "cameraId",
            "direction",
            "source",
            "accuracyMeters",
            "declaredPlate",
            "priority");

    private Upload() {}

    static Push read(byte[] body, @Nullable String contentType) {
        Part whole = Part.whole(contentType, body);
        if (whole.isPicture()) {
            return new Push.Sighting(body, Map.of(), null, null, null);
        }
        Optional<Parts> parts = Parts.of(body, contentType);
        if (parts.isEmpty()) {
            return Push.malformed(WANTED);
        }
        Optional<Part> picture = parts.get()
                .first(part -> part.field().equals("upload") || part.field().equals("image"))
                .or(() -> parts.get().largestPicture(part -> true));
        if (picture.isEmpty()) {
            return Push.withoutPicture("the form has no picture: send it as the file upload");
        }
        Map<String, String> facts =
                new Facts().camera(field(parts.get(), "camera_id")).all();
        for (String name : FIELDS) {
            String value = field(parts.get(), name);
            if (value != null) {
                facts.put(name, value);
            }
        }
        return new Push.Sighting(
                picture.get().bytes(),
                facts,
                CameraTime.of(field(parts.get(), "timestamp")).orElse(null),
                null,
                null);
    }

    private static @Nullable String field(Parts parts, String name) {
        return parts.first(part -> part.field().equals(name)).map(Part::text).orElse(null);
    }
}
