package io.plateflow.domain.place;

/** A straight line of longitude and latitude between two points. */
record Edge(Coordinates from, Coordinates to) {

    /** Whether {@code place} lies exactly on it. */
    boolean touches(Coordinates place) {
        return side(place) == 0
                && between(from.longitude(), place.longitude(), to.longitude())
                && between(from.latitude(), place.latitude(), to.latitude());
    }

    /** Whether a ray from {@code place} to the east crosses it; its upper end is not part of it. */
    boolean isCrossedEastOf(Coordinates place) {
        if ((from.latitude() > place.latitude()) == (to.latitude() > place.latitude())) {
            return false;
        }
        return (side(place) > 0) == (to.latitude() > from.latitude());
    }

    /** Whether both have a point in common, be it an end. */
    boolean meets(Edge other) {
        return crosses(other) || touches(other.from) || touches(other.to) || other.touches(from) || other.touches(to);
    }

    /** Whether each passes from one side of the other to the opposite one. */
    boolean crosses(Edge other) {
        return side(other.from) * side(other.to) < 0 && other.side(from) * other.side(to) < 0;
    }

    /** Whether {@code next}, which starts where this ends, runs back over it. */
    boolean turnsBackOn(Edge next) {
        double along = (to.longitude() - from.longitude()) * (next.to.longitude() - next.from.longitude())
                + (to.latitude() - from.latitude()) * (next.to.latitude() - next.from.latitude());
        return side(next.to) == 0 && along < 0;
    }

    /** On a plane that touches the sphere at {@code place}: good to 1 in 1000 within 100 km. */
    double metersTo(Coordinates place) {
        double shrink = StrictMath.cos(StrictMath.toRadians(place.latitude()));
        double x = StrictMath.toRadians(from.longitude() - place.longitude()) * shrink;
        double y = StrictMath.toRadians(from.latitude() - place.latitude());
        double dx = StrictMath.toRadians(to.longitude() - from.longitude()) * shrink;
        double dy = StrictMath.toRadians(to.latitude() - from.latitude());
        double length = dx * dx + dy * dy;
        double part = length == 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
        double nearX = x + part * dx;
        double nearY = y + part * dy;
        return Coordinates.EARTH_RADIUS_METERS * StrictMath.sqrt(nearX * nearX + nearY * nearY);
    }

    /** Positive left of the line, negative right of it, 0 on it. */
    private double side(Coordinates p) {
        return (to.longitude() - from.longitude()) * (p.latitude() - from.latitude())
                - (to.latitude() - from.latitude()) * (p.longitude() - from.longitude());
    }

    private static boolean between(double a, double value, double b) {
        return Math.min(a, b) <= value && value <= Math.max(a, b);
    }
}
