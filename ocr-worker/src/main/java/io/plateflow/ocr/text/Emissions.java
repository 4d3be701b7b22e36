package io.plateflow.ocr.text;

/**
 * How likely each character is at each step along a line, as a CTC network says it.
 *
 * <p>Column 0 is "no character here", 1 to 36 are {@link #ALPHABET}; the text is what stays once equal neighbours are
 * merged and column 0 is dropped.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Emissions(float[][] steps) {
    public static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** Columns of a step. */
    public static final int SYMBOLS = ALPHABET.length() + 1;

    public static final int BLANK = 0;

    /** The column of {@code character}, which must be in the alphabet. */
    public static int symbol(char character) {
        return ALPHABET.indexOf(character) + 1;
    }

    public static char character(int symbol) {
        return ALPHABET.charAt(symbol - 1);
    }

    /** The column of the greatest probability. */
    public static int likeliest(float[] step) {
        int best = BLANK;
        for (int symbol = 1; symbol < step.length; symbol++) {
            best = step[symbol] > step[best] ? symbol : best;
        }
        return best;
    }
}
