package io.plateflow.domain.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone as somebody wrote it; {@link ZoneLint} says what it lacks.
 *
 * @param id name of the zone
 * @param mode GATED, SIGHTINGS or PASSAGE
 * @param shape where
 * @param closesAfter ISO 8601 duration; absent: as usual for the mode
 * @param mergeWithin ISO 8601 duration; absent: a minute
 * @param maxStay ISO 8601 duration; absent: 30 days
 * @param confirm UNSURE (also when absent) or ALL
 * @param tariff id of a tariff
 * @param timeZone IANA name; absent: the site's
 * @param photosKept ISO 8601 duration; absent: as everywhere
 * @param capturesKept ISO 8601 duration; absent: as everywhere
 */
public record ZoneDraft(
        @Nullable String id,
        @Nullable String mode,
        @Nullable ShapeDraft shape,
        @Nullable String closesAfter,
        @Nullable String mergeWithin,
        @Nullable String maxStay,
        @Nullable String confirm,
        @Nullable String tariff,
        @Nullable String timeZone,
        @Nullable String photosKept,
        @Nullable String capturesKept) {

    /** The same under {@code name}. */
    public ZoneDraft named(String name) {
        return new ZoneDraft(
                name,
                mode,
                shape,
                closesAfter,
                mergeWithin,
                maxStay,
                confirm,
                tariff,
                timeZone,
                photosKept,
                capturesKept);
    }

    /** A shape as written: a circle, or GeoJSON's Polygon with points of longitude and latitude. */
    public record ShapeDraft(
            @Nullable RoundDraft circle,
            @Nullable String type,
            @Nullable List<@Nullable List<@Nullable List<@Nullable Double>>> coordinates) {}

    /** A circle as written: degrees and meters. */
    public record RoundDraft(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double radiusMeters) {}
}
