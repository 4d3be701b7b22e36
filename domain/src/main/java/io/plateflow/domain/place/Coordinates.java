package io.plateflow.domain.place;

import java.util.Locale;

/**
 * A place on the WGS 84 ellipsoid.
 *
 * @param latitude degrees, −90 to 90, north positive
 * @param longitude degrees, −180 to 180, east positive
 */
public record Coordinates(double latitude, double longitude) {
    static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** @throws IllegalArgumentException when a value is out of range or not a number */
    public Coordinates {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude must be between -90 and 90");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude must be between -180 and 180");
        }
    }

    /** Great-circle distance in meters on the mean sphere (haversine; radius IUGG 1980, R1), the same on every machine. */
    public double metersTo(Coordinates other) {
        double dLat = StrictMath.toRadians(other.latitude - latitude);
        double dLon = StrictMath.toRadians(other.longitude - longitude);
        double h = StrictMath.pow(StrictMath.sin(dLat / 2), 2)
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(other.latitude))
                        * StrictMath.pow(StrictMath.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_METERS * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
    }

    /** The canonical maps link, at 5 decimals (about 1 m). */
    public String mapsLink() {
        return String.format(Locale.ROOT, "https://www.google.com/maps?q=%.5f,%.5f", latitude, longitude);
    }
}
