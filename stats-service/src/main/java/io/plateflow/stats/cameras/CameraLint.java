package io.plateflow.stats.cameras;

import io.plateflow.contracts.ApiKey;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.MapsUrl;
import io.plateflow.domain.stay.Direction;
import io.plateflow.domain.tariff.DraftReader;
import io.plateflow.domain.tariff.Linted;
import io.plateflow.stats.keys.KeyLint;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the record of a camera, as yet without a key, or tells all that keeps a draft from being one. */
final class CameraLint {
    private static final Duration LONGEST_SILENCE = Duration.ofDays(365);
    private static final List<String> MAKES =
            Stream.of(Adapter.values()).map(Adapter::word).toList();

    private final DraftReader read = new DraftReader();

    private CameraLint() {}

    /** @param id as the address has it; the draft may repeat it */
    static Linted<ApiKey> check(@Nullable String id, WrittenCamera draft) {
        CameraLint lint = new CameraLint();
        ApiKey camera = lint.camera(id, draft);
        return new Linted<>(camera, lint.read.faults(), List.of());
    }

    private @Nullable ApiKey camera(@Nullable String written, WrittenCamera draft) {
        String id = KeyLint.id(read, written, draft.id());
        String name = KeyLint.name(read, draft.name());
        String make = make(draft.make());
        Coordinates place = place(draft);
        Direction direction = read.word("direction", draft.direction(), List.of(Direction.values()));
        ZoneId timeZone = read.timeZone("timeZone", draft.timeZone());
        Duration expected = read.duration("expectedInterval", draft.expectedInterval());
        if (expected != null && expected.isZero()) {
            read.found("expectedInterval", "duration_zero", "Write a duration above zero.");
        }
        if (expected != null && expected.compareTo(LONGEST_SILENCE) > 0) {
            read.found("expectedInterval", "interval_too_long", "Write at most " + LONGEST_SILENCE + ".");
        }
        if (!read.faults().isEmpty()) {
            return null;
        }
        return new ApiKey(
                Objects.requireNonNull(id),
                "",
                Objects.requireNonNull(name),
                make,
                place,
                direction,
                timeZone,
                expected,
                false,
                ApiKey.Kind.CAMERA,
                Set.of(ApiKey.Scope.CAPTURES),
                null,
                null);
    }

    private String make(@Nullable String text) {
        String make = text == null ? Adapter.UPLOAD.word() : text.strip().toLowerCase(Locale.ROOT);
        if (!MAKES.contains(make)) {
            read.found("make", "unknown_make", "Write one of " + String.join(", ", MAKES) + ".");
        }
        return make;
    }

    private @Nullable Coordinates place(WrittenCamera draft) {
        WrittenCamera.Point point = draft.place();
        if (point != null) {
            Double latitude = degrees("place.latitude", point.latitude(), 90);
            Double longitude = degrees("place.longitude", point.longitude(), 180);
            return latitude == null || longitude == null ? null : new Coordinates(latitude, longitude);
        }
        if (draft.url() == null) {
            return null;
        }
        Optional<Coordinates> linked = MapsUrl.coordinatesIn(draft.url().strip());
        if (linked.isEmpty()) {
            read.found(
                    "url",
                    "no_coordinates",
                    "Write a Google Maps or OpenStreetMap link that names coordinates; a short link does not.");
        }
        return linked.orElse(null);
    }

    private @Nullable Double degrees(String field, @Nullable Double degrees, int most) {
        if (read.required(field, degrees) != null && degrees != null && !(Math.abs(degrees) <= most)) {
            read.found(field, "degrees_range", "Write degrees from -" + most + " to " + most + ".");
            return null;
        }
        return degrees;
    }
}
