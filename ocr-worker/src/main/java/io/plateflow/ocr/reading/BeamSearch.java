package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.Emissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The most probable texts of a line: CTC prefix beam search (Hannun et al. 2014, algorithm 1) in which a prefix lives
 * only while it may still become a plate of the layouts.
 */
final class BeamSearch {
    /** Below this a probability counts as this: the network's zeros are not that sure. */
    private static final double FLOOR = 1e-6;

    /** A text this many natural logarithms behind the most probable one is not followed: it is not one in a hundred thousand. */
    private static final double HOPELESS = 12;

    private BeamSearch() {}

    /** The whole texts within {@code layouts}, most probable first; {@code width} prefixes are kept at each step. */
    static List<Hypothesis> run(Emissions emissions, Layouts layouts, int width) {
        List<Prefix> beam = new ArrayList<>(List.of(Prefix.root(layouts)));
        List<Prefix> reached = new ArrayList<>();
        double[] log = new double[Emissions.SYMBOLS];
        for (float[] step : emissions.steps()) {
            for (int symbol = 0; symbol < log.length; symbol++) {
                log[symbol] = Math.log(Math.max(FLOOR, step[symbol]));
            }
            double least = beam.isEmpty() ? 0 : beam.get(0).total - HOPELESS;
            for (Prefix prefix : beam) {
                prefix.reach(reached, prefix.total + log[Emissions.BLANK], prefix.endingInSymbol + log[prefix.symbol]);
                for (int symbol = 1; symbol < log.length; symbol++) {
                    double arriving = (symbol == prefix.symbol ? prefix.endingInBlank : prefix.total) + log[symbol];
                    if (arriving > least && prefix.allows(symbol, layouts)) {
                        prefix.with(symbol, layouts).reach(reached, Double.NEGATIVE_INFINITY, arriving);
                    }
                }
            }
            reached.forEach(Prefix::arrive);
            reached.sort(Comparator.comparingDouble((Prefix p) -> p.total).reversed());
            reached.stream().skip(width).forEach(Prefix::forget);
            beam = new ArrayList<>(reached.subList(0, Math.min(width, reached.size())));
            beam.forEach(p -> p.reached = false);
            reached.clear();
        }
        return beam.stream()
                .filter(p -> layouts.complete(p.open, p.length))
                .map(p -> new Hypothesis(p.text(), p.total))
                .toList();
    }
}
