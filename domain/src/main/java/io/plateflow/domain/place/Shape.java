package io.plateflow.domain.place;

/** The outline of a zone; the same on every machine, so that billing and statistics never disagree. */
public sealed interface Shape permits Circle, Polygon {

    /** Whether {@code place} lies inside or on the border. */
    boolean contains(Coordinates place);

    /** Decides between zones that overlap. */
    double areaSquareMeters();

    /** The distance of {@code place}, inside or outside, to the closest point of the border. */
    double metersToBorder(Coordinates place);

    /** A box that the shape is in, not much larger; across the antimeridian or a pole as wide as Earth. */
    Box box();
}
