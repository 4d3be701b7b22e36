package io.plateflow.domain.place;

/**
 * A box on the map, not across the antimeridian, borders included.
 *
 * @param west degrees, −180 to 180, at most {@code east}
 * @param south degrees, −90 to 90, at most {@code north}
 * @param east degrees
 * @param north degrees
 */
public record Box(double west, double south, double east, double north) {
    /** @throws IllegalArgumentException when the corners are not on Earth, or not in this order */
    public Box {
        if (!(west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90)) {
            throw new IllegalArgumentException(
                    "a box is west, south, east, north in degrees, not across the antimeridian");
        }
    }

    /** Whether the two have a point in common. */
    public boolean touches(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
}
