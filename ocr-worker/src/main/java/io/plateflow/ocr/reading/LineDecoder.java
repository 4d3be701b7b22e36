package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.Emissions;
import java.util.List;

/** Decodes a line twice, freely and within the site's layouts: how far apart the two are says how far to trust them. */
final class LineDecoder {
    private static final int FREE_WIDTH = 12;
    private static final int FITTING_WIDTH = 24;

    /**
     * Natural logarithms by which a layout's text may be less probable than a free one: within it lie plates of the
     * site and outside it mostly foreign ones, on real photos. What knows plates needs less help.
     */
    private static final double FOR_ANY_TEXT = 2.5;

    private static final double FOR_PLATES = 1;

    private final Layouts layouts;
    private final double widestGap;

    LineDecoder(Layouts layouts) {
        this(layouts, FOR_ANY_TEXT);
    }

    private LineDecoder(Layouts layouts, double widestGap) {
        this.layouts = layouts;
        this.widestGap = widestGap;
    }

    static LineDecoder forPlates(Layouts layouts) {
        return new LineDecoder(layouts, FOR_PLATES);
    }

    Line decode(Emissions emissions) {
        List<Hypothesis> free = BeamSearch.run(emissions, Layouts.ANY, FREE_WIDTH);
        List<Hypothesis> fitting =
                layouts.none() ? List.of() : BeamSearch.run(Confusions.allowed(emissions), layouts, FITTING_WIDTH);
        return new Line(free, fitting, sharpness(emissions), widestGap);
    }

    /** The mean probability of the characters along the best path; 0 without any. */
    private static double sharpness(Emissions emissions) {
        double sum = 0;
        int characters = 0;
        int before = Emissions.BLANK;
        for (float[] step : emissions.steps()) {
            int best = Emissions.likeliest(step);
            if (best != Emissions.BLANK && best != before) {
                sum += step[best];
                characters++;
            }
            before = best;
        }
        return characters == 0 ? 0 : sum / characters;
    }
}
