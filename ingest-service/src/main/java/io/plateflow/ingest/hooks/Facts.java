package io.plateflow.ingest.hooks;

import io.plateflow.domain.plate.Plate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a camera says of a picture, by the names of a capture's fields. What cannot be true is left out rather than
 * refused: nobody stands beside a camera to send it again.
 */
final class Facts {
    private static final int LONGEST_PLATE = 16;
    private static final int LONGEST_CAMERA = 128;
    /** Hikvision and Dahua write one of these for a vehicle whose plate they did not read. */
    private static final Set<String> NO_PLATE = Set.of("unknown", "noplate", "no plate", "unlicensed", "none", "null");

    private final Map<String, String> fields = new HashMap<>();

    /** The camera's own reading: evidence beside ours. */
    Facts plate(@Nullable String read) {
        if (read != null
                && read.length() <= LONGEST_PLATE
                && !NO_PLATE.contains(read.strip().toLowerCase(Locale.ROOT))) {
            Plate.parse(read).ifPresent(plate -> fields.put("declaredPlate", plate.text()));
        }
        return this;
    }

    Facts camera(@Nullable String id) {
        if (id != null
                && !id.isBlank()
                && id.length() <= LONGEST_CAMERA
                && id.chars().noneMatch(Character::isISOControl)) {
            fields.put("cameraId", id.strip());
        }
        return this;
    }

    /** Degrees; cameras without a fix write 0 or −1 for both. */
    Facts place(double latitude, double longitude) {
        boolean fix = latitude != longitude || (latitude != 0 && latitude != -1);
        if (fix && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            fields.put("latitude", decimal(latitude));
            fields.put("longitude", decimal(longitude));
        }
        return this;
    }

    Map<String, String> all() {
        return fields;
    }

    private static String decimal(double degrees) {
        return String.format(Locale.ROOT, "%.7f", degrees);
    }
}
