package io.plateflow.local.send;

import io.plateflow.domain.stay.Direction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the sender says about all photos; the gateway judges it. What is not said, the photo's EXIF may say. */
final class PhotoFields {
    @Option(names = "--latitude", paramLabel = "DEGREES", description = "Where they were taken, north positive.")
    private @Nullable Double latitude;

    @Option(names = "--longitude", paramLabel = "DEGREES", description = "East positive.")
    private @Nullable Double longitude;

    @Option(names = "--url", description = "Google Maps or OpenStreetMap link that says where.")
    private @Nullable String url;

    @Option(names = "--camera", paramLabel = "ID", description = "Which camera took them.")
    private @Nullable String camera;

    @Option(names = "--direction", description = "Which way the vehicles went: ${COMPLETION-CANDIDATES}.")
    private @Nullable Direction direction;

    @Option(
            names = "--captured-at",
            paramLabel = "TIME",
            description = "When, with offset: 2026-01-31T18:05:00-03:00. Default: EXIF, else the time of arrival.")
    private @Nullable String capturedAt;

    @Option(
            names = "--priority",
            paramLabel = "live|bulk",
            description =
                    "Bulk is read only while nothing live waits. Default: bulk for folders and more than ten photos.")
    private @Nullable String priority;

    /** As query parameters of the gateway; {@code bulk} is what they are unless somebody said otherwise. */
    Map<String, String> asParameters(boolean bulk) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "latitude", latitude);
        put(parameters, "longitude", longitude);
        put(parameters, "url", url);
        put(parameters, "cameraId", camera);
        put(parameters, "direction", direction);
        put(parameters, "capturedAt", capturedAt);
        put(parameters, "priority", priority != null ? priority : bulk ? "bulk" : null);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
