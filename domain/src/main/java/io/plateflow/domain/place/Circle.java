package io.plateflow.domain.place;

/**
 * All places no farther from a centre than a radius.
 *
 * @param center the centre
 * @param radiusMeters above 0, up to {@value #LARGEST_METERS}
 */
public record Circle(Coordinates center, double radiusMeters) implements Shape {
    static final double LARGEST_METERS = 1_000_000;

    /** Degrees, about 0.1 mm: more than arithmetic loses. */
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException when the radius is out of range or not a number */
    public Circle {
        if (!(radiusMeters > 0 && radiusMeters <= LARGEST_METERS)) {
            throw new IllegalArgumentException("a circle's radius must be above 0 m and at most 1000000 m");
        }
    }

    @Override
    public boolean contains(Coordinates place) {
        return center.metersTo(place) <= radiusMeters;
    }

    @Override
    public double areaSquareMeters() {
        return StrictMath.PI * radiusMeters * radiusMeters;
    }

    @Override
    public double metersToBorder(Coordinates place) {
        return Math.abs(center.metersTo(place) - radiusMeters);
    }

    /** Of a spherical cap (J. P. Matuschek, Finding Points Within a Distance of a Latitude/Longitude, 2010). */
    @Override
    public Box box() {
        double angle = radiusMeters / Coordinates.EARTH_RADIUS_METERS;
        double height = StrictMath.toDegrees(angle) + ROUNDING;
        double south = Math.max(-90, center.latitude() - height);
        double north = Math.min(90, center.latitude() + height);
        if (south == -90 || north == 90) {
            return new Box(-180, south, 180, north);
        }
        double width = StrictMath.toDegrees(StrictMath.asin(
                        StrictMath.sin(angle) / StrictMath.cos(StrictMath.toRadians(center.latitude()))))
                + ROUNDING;
        double west = center.longitude() - width;
        double east = center.longitude() + width;
        return west < -180 || east > 180 ? new Box(-180, south, 180, north) : new Box(west, south, east, north);
    }
}
