package io.plateflow.local.bench.ingest;

import java.util.List;
import java.util.Locale;

/** The median of some measurements and how far they lie apart. */
record Spread(double median, double least, double most) {

    /** @param measured at least one */
    static Spread of(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Median and range with so many decimals. */
    String text(int decimals) {
        String number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, least, most);
    }
}
