package io.plateflow.stats.query;

import io.plateflow.domain.place.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * A place as it is answered.
 *
 * @param url the sender's link, else the canonical maps link
 * @param accuracyMeters radius of its uncertainty
 * @param source what it was taken from
 */
public record PlaceAnswer(
        double latitude,
        double longitude,
        String url,
        @Nullable Double accuracyMeters,
        @Nullable String source) {

    static PlaceAnswer of(double latitude, double longitude) {
        return new PlaceAnswer(latitude, longitude, new Coordinates(latitude, longitude).mapsLink(), null, null);
    }
}
