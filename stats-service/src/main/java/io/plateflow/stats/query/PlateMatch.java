package io.plateflow.stats.query;

import io.plateflow.domain.plate.Plate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which plates are asked for.
 *
 * @param kind how the text is to be understood
 * @param text in normal form; of a wildcard with {@code ?} for one character and {@code *} for any number
 */
record PlateMatch(Kind kind, String text) {
    /** With fewer the answer would be most of all plates. */
    static final int FEWEST_LITERALS = 2;

    /** How a plate is searched for. */
    enum Kind {
        EXACT,
        PREFIX,
        WILDCARD,
        /** The same fold key, or one edit away from it. */
        FUZZY;

        static Optional<Kind> parse(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** Separators are dropped, and letters are upper case. */
    static PlateMatch of(Kind kind, String written) {
        String text = kind == Kind.WILDCARD
                ? written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9?*]", "").replaceAll("\\*+", "*")
                : Plate.normalise(written);
        return new PlateMatch(kind, text);
    }

    /** What keeps it from being asked, if anything does. */
    Optional<Refusals.Fault> fault() {
        long literals = text.chars().filter(c -> c != '?' && c != '*').count();
        if (text.isEmpty() || text.length() > 16) {
            return Optional.of(new Refusals.Fault(
                    "plate_malformed", "plate", "a plate has letters and digits, 16 characters at most"));
        }
        if (kind == Kind.WILDCARD && literals < FEWEST_LITERALS) {
            return Optional.of(new Refusals.Fault(
                    "plate_too_wide", "plate", "a pattern needs at least two letters or digits beside ? and *"));
        }
        if (kind == Kind.FUZZY && (text.length() < 2 || text.length() > 10)) {
            return Optional.of(new Refusals.Fault(
                    "plate_malformed", "plate", "a plate to resemble has 2 to 10 letters and digits"));
        }
        return Optional.empty();
    }

    /** As SQL's LIKE has it. */
    String like() {
        return kind == Kind.PREFIX ? text + "%" : text.replace('?', '_').replace('*', '%');
    }

    /** Whether one condition on the table that is asked will do. */
    boolean isPlain() {
        return kind == Kind.EXACT || kind == Kind.PREFIX;
    }

    static List<String> words() {
        return Stream.of(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
