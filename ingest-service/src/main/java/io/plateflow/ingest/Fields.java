package io.plateflow.ingest;

import io.plateflow.contracts.Capture.Priority;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.MapsUrl;
import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Direction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request; each that is malformed adds one fault and then counts as absent. */
final class Fields {
    private static final int LONGEST_WORD = 128;
    private static final int LONGEST_PLATE = 16;
    private static final double LARGEST_ACCURACY_METERS = 100_000;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,6}(\\.\\d{1,17})?");
    /** A blank where the plus of an offset was: it was sent unescaped in a query. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)([Zz]|[-+ ]\\d\\d:\\d\\d)");

    private final Map<String, String> values;
    private final List<Fault> faults;

    Fields(Map<String, String> values, List<Fault> faults) {
        this.values = values;
        this.faults = faults;
    }

    /** The text of a field exactly as it was sent; empty when it was not. */
    String asSent(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether the request says anything about the place itself, be it right or wrong. */
    boolean namesPlace() {
        return values.containsKey("latitude") || values.containsKey("longitude");
    }

    @Nullable
    Coordinates place() {
        if (!namesPlace()) {
            return null;
        }
        Double latitude = number("latitude", -90, 90, FaultCode.LATITUDE_RANGE);
        Double longitude = number("longitude", -180, 180, FaultCode.LONGITUDE_RANGE);
        return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
    }

    @Nullable
    String url() {
        String url = values.get("url");
        if (url != null && !MapsUrl.isLink(url)) {
            fault(FaultCode.URL_INVALID, "url", "an http or https link of at most 2048 characters");
            return null;
        }
        return url;
    }

    @Nullable
    Instant capturedAt() {
        String sent = values.get("capturedAt");
        if (sent == null) {
            return null;
        }
        var parts = RFC_3339.matcher(sent);
        try {
            if (parts.matches()) {
                Instant time = OffsetDateTime.parse(parts.group(1) + "T" + parts.group(2)
                                + parts.group(3).replace(' ', '+'))
                        .toInstant();
                if (time.isAfter(Instant.EPOCH)) {
                    return time;
                }
            }
        } catch (DateTimeParseException e) {
            // no such day or hour: the fault below says what is wanted
        }
        fault(
                FaultCode.CAPTURED_AT_MALFORMED,
                "capturedAt",
                "RFC 3339 with offset, after 1970, like 2026-05-31T18:04:05-03:00");
        return null;
    }

    @Nullable
    Direction direction() {
        return choice("direction", Direction.class, FaultCode.DIRECTION_UNKNOWN, "ENTRY, EXIT, PASS or SIGHTING")
                .orElse(null);
    }

    Priority priority() {
        return choice("priority", Priority.class, FaultCode.PRIORITY_UNKNOWN, "live or bulk")
                .orElse(Priority.LIVE);
    }

    @Nullable
    Double accuracyMeters() {
        return values.containsKey("accuracyMeters")
                ? number("accuracyMeters", 0, LARGEST_ACCURACY_METERS, FaultCode.ACCURACY_RANGE)
                : null;
    }

    @Nullable
    String declaredPlate() {
        String sent = values.get("declaredPlate");
        if (sent == null) {
            return null;
        }
        Optional<Plate> plate = sent.length() > LONGEST_PLATE ? Optional.empty() : Plate.parse(sent);
        if (plate.isEmpty()) {
            fault(FaultCode.DECLARED_PLATE_MALFORMED, "declaredPlate", "2 to 10 letters and digits, at most 16 in all");
        }
        return plate.map(Plate::text).orElse(null);
    }

    @Nullable
    String cameraId() {
        return word("cameraId", FaultCode.CAMERA_ID_TOO_LONG, FaultCode.CAMERA_ID_MALFORMED);
    }

    @Nullable
    String source() {
        return word("source", FaultCode.SOURCE_TOO_LONG, FaultCode.SOURCE_MALFORMED);
    }

    private @Nullable String word(String field, FaultCode tooLong, FaultCode malformed) {
        String sent = values.get(field);
        if (sent != null && sent.length() > LONGEST_WORD) {
            fault(tooLong, field, "at most 128 characters");
            return null;
        }
        if (sent != null && sent.chars().anyMatch(Character::isISOControl)) {
            fault(malformed, field, "no control characters");
            return null;
        }
        return sent;
    }

    private @Nullable Double number(String field, double least, double most, FaultCode code) {
        String sent = asSent(field);
        double number = DECIMAL.matcher(sent).matches() ? Double.parseDouble(sent) : Double.NaN;
        if (number >= least && number <= most) {
            return number;
        }
        fault(code, field, "a decimal number from %.0f to %.0f".formatted(least, most));
        return null;
    }

    private <E extends Enum<E>> Optional<E> choice(String field, Class<E> type, FaultCode code, String wanted) {
        String sent = values.get(field);
        if (sent == null) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(sent)) {
                return Optional.of(constant);
            }
        }
        fault(code, field, wanted);
        return Optional.empty();
    }

    private void fault(FaultCode code, String field, String detail) {
        faults.add(new Fault(code, field, detail));
    }
}
