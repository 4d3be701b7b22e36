package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.Emissions;
import java.util.List;

/** Decodes a line twice, freely and within the site's layouts: how far apart the two are says how far to trust them. */
final class LineDecoder {
    private static final int FREE_WIDTH = 12;
    private static final int FITTING_WIDTH = 24;

    private final Layouts layouts;

    LineDecoder(Layouts layouts) {
        this.layouts = layouts;
    }

    Line decode(Emissions emissions) {
        List<Hypothesis> free = BeamSearch.run(emissions, Layouts.ANY, FREE_WIDTH);
        List<Hypothesis> fitting = BeamSearch.run(Confusions.allowed(emissions), layouts, FITTING_WIDTH);
        return new Line(free, fitting, sharpness(emissions));
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
