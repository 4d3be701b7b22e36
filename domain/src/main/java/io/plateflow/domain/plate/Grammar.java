package io.plateflow.domain.plate;

/**
 * One layout of a country's plates.
 *
 * @param country ISO 3166-1 alpha-2 code, for example {@code AR}
 * @param pattern one character a position: {@code L} a letter, {@code C} a consonant, {@code D} a digit, else itself
 * @param current whether plates of this layout are still issued
 */
public record Grammar(String country, String pattern, boolean current) {

    public Grammar {
        if (!country.matches("[A-Z]{2}") || !pattern.matches("[A-Z0-9]{2,10}")) {
            throw new IllegalArgumentException("not a grammar: " + country + " " + pattern);
        }
    }

    /** Whether {@code c} may stand at {@code position}, counted from 0. */
    public boolean allows(int position, char c) {
        if (position >= pattern.length()) {
            return false;
        }
        char wanted = pattern.charAt(position);
        return switch (wanted) {
            case 'L' -> c >= 'A' && c <= 'Z';
            case 'C' -> c >= 'A' && c <= 'Z' && "AEIOU".indexOf(c) < 0;
            case 'D' -> c >= '0' && c <= '9';
            default -> c == wanted;
        };
    }

    /** Whether {@code text}, in normal form, is a whole plate of this layout. */
    public boolean matches(String text) {
        if (text.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!allows(i, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
