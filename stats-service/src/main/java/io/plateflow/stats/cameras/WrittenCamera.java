package io.plateflow.stats.cameras;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.plateflow.stats.editions.WrittenRows;
import org.jspecify.annotations.Nullable;

/**
 * A camera as somebody wrote it; {@link CameraLint} says what it lacks. Whoever sends back what was answered means no harm.
 *
 * @param name for people
 * @param make whose words it speaks; absent: upload
 * @param place where it stands
 * @param url a maps link, instead of the place
 * @param direction of its captures; of a camera that tells forward from reverse what forward means
 * @param timeZone IANA name, of its clock where it sends no offset; absent: the site's
 * @param expectedInterval ISO 8601 duration; silence longer than this is reported
 */
@JsonIgnoreProperties({"revoked", "scopes", "previousUntil", "zone", "mode", "signal"})
record WrittenCamera(
        @Nullable String id,
        @Nullable String name,
        @Nullable String make,
        @Nullable Point place,
        @Nullable String url,
        @Nullable String direction,
        @Nullable String timeZone,
        @Nullable String expectedInterval) {

    /** Degrees, WGS 84. */
    record Point(@Nullable Double latitude, @Nullable Double longitude) {}

    /** A row, which is called as its id where it has no name; what is no number of its place is not a number. */
    static WrittenCamera of(WrittenRows.Row row) {
        Double latitude = degrees(row.at("latitude"));
        Double longitude = degrees(row.at("longitude"));
        return new WrittenCamera(
                row.at("id"),
                row.at("name") == null ? row.at("id") : row.at("name"),
                row.at("make"),
                latitude == null && longitude == null ? null : new Point(latitude, longitude),
                row.at("url"),
                row.at("direction"),
                row.at("timeZone"),
                row.at("expectedInterval"));
    }

    private static @Nullable Double degrees(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
