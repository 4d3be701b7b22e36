package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Capture.PlaceSource;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.MapsUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a photo was taken: what the request says, else its maps link, else its EXIF, else the key's record. */
final class PlaceRule {
    private PlaceRule() {}

    record Found(Coordinates place, PlaceSource source) {}

    static Optional<Found> placeOf(@Nullable Coordinates request, @Nullable String url, Exif exif, ApiKey key) {
        if (request != null) {
            return Optional.of(new Found(request, PlaceSource.REQUEST));
        }
        Optional<Coordinates> linked = url == null ? Optional.empty() : MapsUrl.coordinatesIn(url);
        if (linked.isPresent()) {
            return linked.map(place -> new Found(place, PlaceSource.URL));
        }
        if (exif.place() != null) {
            return Optional.of(new Found(exif.place(), PlaceSource.EXIF));
        }
        return Optional.ofNullable(key.place()).map(place -> new Found(place, PlaceSource.CAMERA));
    }
}
