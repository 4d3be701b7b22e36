package io.plateflow.ocr.reading;

import io.plateflow.domain.plate.Grammar;
import io.plateflow.domain.plate.Grammars;
import io.plateflow.ocr.text.Emissions;
import java.util.Random;

/** Plates by chance. */
final class Plates {
    /** What two layouts may tell apart in one and the same drawing. */
    private static final String TWINS = "OQ0I1";

    private Plates() {}

    /** One that no other layout could read another way. */
    static String withoutTwins(Grammar grammar, Random random) {
        String plate = of(grammar, random);
        return plate.chars().anyMatch(c -> TWINS.indexOf(c) >= 0) ? withoutTwins(grammar, random) : plate;
    }

    static String ofAnyLayout(Random random) {
        return of(
                Grammars.SOUTH_AMERICA
                        .layouts()
                        .get(random.nextInt(Grammars.SOUTH_AMERICA.layouts().size())),
                random);
    }

    static String of(Grammar grammar, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < grammar.pattern().length()) {
            char c = Emissions.ALPHABET.charAt(random.nextInt(Emissions.ALPHABET.length()));
            if (grammar.allows(text.length(), c)) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
