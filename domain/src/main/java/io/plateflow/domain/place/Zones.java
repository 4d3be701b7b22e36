package io.plateflow.domain.place;

/** Which zone a place belongs to: the one function that billing and statistics share. */
public final class Zones {
    /** What the id of a zone that nobody configured begins with. */
    public static final String AUTOMATIC = "auto:";

    private static final int AUTOMATIC_LENGTH = 5;

    private Zones() {}

    /** The zone of {@code place}: where none is configured, {@code auto:} and the geohash of five characters. */
    public static String zoneOf(Coordinates place) {
        return AUTOMATIC + Geohash.of(place, AUTOMATIC_LENGTH);
    }
}
