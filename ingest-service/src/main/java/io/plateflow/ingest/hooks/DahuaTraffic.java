package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A traffic event as Dahua's and Intelbras' {@code PictureHttpUpload} sends it: in parts, one with lines like
 * {@code Events[0].TrafficCar.PlateNumber=AB123CD} or the same as JSON, the others pictures.
 *
 * <p>Source: Dahua, HTTP API V3.26, 4.13 ({@code PictureHttpUpload}) and {@code TrafficJunction}; Intelbras' LPR cameras
 * take the same settings.
 */
final class DahuaTraffic {
    private DahuaTraffic() {}

    static Push read(byte[] body, @Nullable String contentType) {
        Part whole = Part.whole(contentType, body);
        Optional<Parts> parts = whole.isJson() ? Optional.empty() : Parts.of(body, contentType);
        Optional<Part> document =
                whole.isJson() ? Optional.of(whole) : parts.flatMap(all -> all.first(part -> !part.isPicture()));
        if (document.isEmpty()) {
            return Push.malformed(Dahua.WANTED);
        }
        UnaryOperator<@Nullable String> event = reader(document.get());
        String code = first(event, "EventBaseInfo.Code", "Code");
        if (code == null) {
            boolean alive = document.get().text().toLowerCase(Locale.ROOT).contains("heartbeat");
            return alive ? new Push.Ignored(Push.Kind.HEARTBEAT) : Push.malformed(Dahua.WANTED);
        }
        if (!code.startsWith("Traffic")) {
            return new Push.Ignored(Push.Kind.OTHER_EVENT);
        }
        Optional<Part> picture = parts.flatMap(all -> all.largestPicture(part -> true));
        if (picture.isEmpty()) {
            return Push.withoutPicture(Dahua.REMEDY);
        }
        return new Push.Sighting(
                picture.get().bytes(),
                new Facts()
                        .plate(first(event, "TrafficCar.PlateNumber", "Object.Text"))
                        .all(),
                time(event),
                Heading.of(first(event, "TrafficCar.DrivingDirection[0]")),
                first(event, "EventID"));
    }

    /** RealUTC counts from 1970; UTC too, but many cameras write their local time into it. */
    private static @Nullable CameraTime time(UnaryOperator<@Nullable String> event) {
        return seconds(first(event, "RealUTC"))
                .or(() -> CameraTime.of(first(event, "LocaleTime")))
                .or(() -> seconds(first(event, "UTC")))
                .orElse(null);
    }

    private static Optional<CameraTime> seconds(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : CameraTime.ofEpochMillis((long) (Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String first(UnaryOperator<@Nullable String> event, String... paths) {
        for (String path : paths) {
            String value = event.apply("Events[0]." + path);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** What stands at a path, in lines or in JSON alike. */
    private static UnaryOperator<@Nullable String> reader(Part document) {
        Optional<JsonText> json = document.isJson() ? JsonText.of(document.bytes()) : Optional.empty();
        if (json.isPresent()) {
            return path ->
                    json.get().at("/" + path.replace("[", "/").replace("]", "").replace(".", "/"));
        }
        Map<String, String> lines = new HashMap<>();
        document.text().lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && equals < line.length() - 1) {
                lines.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return lines::get;
    }
}
