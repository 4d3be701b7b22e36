package io.plateflow.domain.plate;

import java.util.Locale;
import java.util.Optional;

/**
 * A plate in normal form: 2 to 10 characters of A–Z and 0–9, as printed without spaces, dashes or dots.
 *
 * @param text the normal form, for example {@code AB123CD}
 */
public record Plate(String text) implements Comparable<Plate> {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;
    private static final String FOLD_FROM = "ODQILZSGB";
    private static final String FOLD_TO = "000112568";

    /** @throws IllegalArgumentException when {@code text} is not in normal form */
    public Plate {
        if (text.length() < SHORTEST || text.length() > LONGEST || !text.chars().allMatch(Plate::isPlateCharacter)) {
            throw new IllegalArgumentException("a plate is 2 to 10 characters of A-Z and 0-9");
        }
    }

    /** The plate that {@code written} spells once case and separators are dropped; empty when it spells none. */
    public static Optional<Plate> parse(String written) {
        String text = normalise(written);
        return text.length() < SHORTEST || text.length() > LONGEST ? Optional.empty() : Optional.of(new Plate(text));
    }

    /** Upper case, everything but A–Z and 0–9 dropped. */
    public static String normalise(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** The key shared by all plates that differ only in look-alikes: {@code 0ODQ 1IL 2Z 5S 6G 8B}. */
    public String fold() {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = FOLD_FROM.indexOf(c);
            folded.append(at < 0 ? c : FOLD_TO.charAt(at));
        }
        return folded.toString();
    }

    @Override
    public int compareTo(Plate other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isPlateCharacter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
