package io.plateflow.domain.place;

/**
 * All places no farther from a centre than a radius.
 *
 * @param center the centre
 * @param radiusMeters above 0, up to {@value #LARGEST_METERS}
 */
public record Circle(Coordinates center, double radiusMeters) implements Shape {
    static final double LARGEST_METERS = 1_000_000;

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
}
