package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenALPR's and Rekor Scout's JSON: {@code alpr_group}, an {@code alpr_alert} around one, or {@code alpr_results} with
 * an image. The agent also sends each of its frames as {@code alpr_results} with the plate alone; the group of the same
 * vehicle follows and is the capture.
 *
 * <p>Source: https://docs.rekor.ai/scout/application-integration (JSON Group Results, JSON Plate Results, JSON Heartbeat)
 * and the Cloud API's {@code return_image}.
 */
final class OpenAlpr {
    private static final String WANTED = "JSON with a data_type, as OpenALPR and Rekor Scout send it";
    private static final String REMEDY = "the event has no image: have the agent send groups (alpr_group), whose"
            + " vehicle_crop_jpeg is one, or ask the Cloud API for it with return_image=1";

    /** The whole picture first; the crop of the plate is not among them. */
    private static final List<String> PICTURES =
            List.of("/overview_jpeg", "/image_bytes", "/best_image", "/vehicle_crop_jpeg");

    private OpenAlpr() {}

    static Push read(byte[] body) {
        Optional<JsonText> json = JsonText.of(body);
        String type = json.map(event -> event.at("/data_type")).orElse(null);
        if (json.isEmpty() || type == null) {
            return Push.malformed(WANTED);
        }
        return switch (type) {
            case "alpr_group" -> group(json.get());
            case "alpr_alert" -> group(new JsonText(json.get().root().path("group")));
            case "alpr_results" -> results(json.get());
            case "heartbeat" -> new Push.Ignored(Push.Kind.HEARTBEAT);
            default -> new Push.Ignored(Push.Kind.OTHER_EVENT);
        };
    }

    private static Push group(JsonText group) {
        byte[] picture = group.firstPicture(PICTURES);
        if (picture == null) {
            return Push.withoutPicture(REMEDY);
        }
        String plate = group.at("/best_plate_number");
        return new Push.Sighting(
                picture,
                facts(group, plate == null ? group.at("/best_plate/plate") : plate),
                CameraTime.ofEpochMillis(group.millis("/epoch_start")).orElse(null),
                null, // travel_direction is degrees in the picture, of which only the site knows the sense
                group.at("/best_uuid"));
    }

    private static Push results(JsonText frame) {
        byte[] picture = frame.firstPicture(PICTURES);
        if (picture == null) {
            return frame.has("/camera_id") ? new Push.Ignored(Push.Kind.FRAME) : Push.withoutPicture(REMEDY);
        }
        return new Push.Sighting(
                picture,
                facts(frame, frame.at("/results/0/plate")),
                CameraTime.ofEpochMillis(frame.millis("/epoch_time")).orElse(null),
                null,
                frame.at("/uuid"));
    }

    private static Map<String, String> facts(JsonText event, @Nullable String plate) {
        return new Facts()
                .plate(plate)
                .camera(event.at("/camera_id"))
                .place(event.number("/gps_latitude"), event.number("/gps_longitude"))
                .all();
    }
}
