package io.plateflow.domain.place;

/** Geohash of a place (G. Niemeyer, 2008): base-32 text, five bits a character, longitude first. */
public final class Geohash {
    private static final String ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final int BITS_PER_CHARACTER = 5;

    private Geohash() {}

    /** The cell of {@code length} characters that contains {@code place}; 5 characters are about 4.9 km square. */
    public static String of(Coordinates place, int length) {
        double[] latitudes = {-90, 90};
        double[] longitudes = {-180, 180};
        StringBuilder hash = new StringBuilder(length);
        boolean eastWest = true;
        while (hash.length() < length) {
            int character = 0;
            for (int bit = 0; bit < BITS_PER_CHARACTER; bit++) {
                boolean upper = eastWest ? halve(longitudes, place.longitude()) : halve(latitudes, place.latitude());
                character = (character << 1) | (upper ? 1 : 0);
                eastWest = !eastWest;
            }
            hash.append(ALPHABET.charAt(character));
        }
        return hash.toString();
    }

    /**
     * The cell that {@code hash} names.
     *
     * @throws IllegalArgumentException when a character is none of geohash's
     */
    public static Box box(String hash) {
        double[] latitudes = {-90, 90};
        double[] longitudes = {-180, 180};
        boolean eastWest = true;
        for (int at = 0; at < hash.length(); at++) {
            int bits = ALPHABET.indexOf(hash.charAt(at));
            if (bits < 0) {
                throw new IllegalArgumentException("no geohash: " + hash);
            }
            for (int bit = BITS_PER_CHARACTER - 1; bit >= 0; bit--) {
                double[] range = eastWest ? longitudes : latitudes;
                range[((bits >> bit) & 1) == 1 ? 0 : 1] = (range[0] + range[1]) / 2;
                eastWest = !eastWest;
            }
        }
        return new Box(longitudes[0], latitudes[0], longitudes[1], latitudes[1]);
    }

    private static boolean halve(double[] range, double value) {
        double middle = (range[0] + range[1]) / 2;
        boolean upper = value >= middle;
        range[upper ? 0 : 1] = middle;
        return upper;
    }
}
