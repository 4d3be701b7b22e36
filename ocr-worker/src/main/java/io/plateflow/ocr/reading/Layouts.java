package io.plateflow.ocr.reading;

import io.plateflow.domain.plate.Grammar;
import io.plateflow.ocr.text.Emissions;
import java.util.List;

/**
 * The layouts that a text being built letter by letter may still become, as a set of bits: one bit a layout.
 *
 * <p>{@link #ANY} lets every text pass.
 */
final class Layouts {
    static final Layouts ANY = new Layouts(List.of());

    private static final int MOST = 63;
    private static final int LONGEST = 10;

    private final int count;
    private final long[] complete = new long[LONGEST + 1];
    private final long[][] permits = new long[LONGEST][Emissions.SYMBOLS];

    Layouts(List<Grammar> grammars) {
        if (grammars.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " layouts");
        }
        count = grammars.size();
        for (int i = 0; i < count; i++) {
            Grammar grammar = grammars.get(i);
            complete[grammar.pattern().length()] |= 1L << i;
            for (int position = 0; position < grammar.pattern().length(); position++) {
                for (int symbol = 1; symbol < Emissions.SYMBOLS; symbol++) {
                    if (grammar.allows(position, Emissions.character(symbol))) {
                        permits[position][symbol] |= 1L << i;
                    }
                }
            }
        }
    }

    /** Whether every text passes, since there is no layout. */
    boolean none() {
        return count == 0;
    }

    /** What the empty text may become. */
    long all() {
        return (1L << count) - 1 | (count == 0 ? 1 : 0);
    }

    /** Those of {@code open} that allow {@code symbol} at {@code position}; 0 when none does. */
    long extend(long open, int position, int symbol) {
        if (count == 0) {
            return open;
        }
        return position < LONGEST ? open & permits[position][symbol] : 0;
    }

    /** Whether a text of {@code length} characters is a whole plate of one of {@code open}. */
    boolean complete(long open, int length) {
        return count == 0 || (length <= LONGEST && (open & complete[length]) != 0);
    }
}
