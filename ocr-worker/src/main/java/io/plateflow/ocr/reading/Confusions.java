package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.Emissions;

/** What a network mistakes: glyphs that look alike, and emblems, stickers and screws that it reads as characters. */
final class Confusions {
    /** Part of a glyph's probability that its double may claim; measured on photos of plates. */
    private static final float TWINS = 0.15f;

    private static final float COUSINS = 0.03f;

    /** Part of any glyph's probability that may be no character at all. */
    private static final float EMBLEM = 0.02f;

    private static final String[] TWIN_PAIRS = {"O0", "I1"};
    private static final String[] COUSIN_PAIRS = {"D0", "Q0", "L1", "OQ", "B8", "S5", "Z2", "G6", "A4", "T1", "T7", "Z7"
    };

    private Confusions() {}

    /** {@code emissions} with some of each glyph's probability lent to those that it is mistaken for. */
    static Emissions allowed(Emissions emissions) {
        float[][] lent = new float[emissions.steps().length][];
        for (int step = 0; step < lent.length; step++) {
            float[] from = emissions.steps()[step];
            float[] to = from.clone();
            lend(TWIN_PAIRS, TWINS, from, to);
            lend(COUSIN_PAIRS, COUSINS, from, to);
            to[Emissions.BLANK] += EMBLEM * (1 - from[Emissions.BLANK]);
            lent[step] = to;
        }
        return new Emissions(lent);
    }

    private static void lend(String[] pairs, float part, float[] from, float[] to) {
        for (String pair : pairs) {
            int one = Emissions.symbol(pair.charAt(0));
            int other = Emissions.symbol(pair.charAt(1));
            to[other] += part * from[one];
            to[one] += part * from[other];
        }
    }
}
