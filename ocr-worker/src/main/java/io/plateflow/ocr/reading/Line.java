package io.plateflow.ocr.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one view of a line may say. By Bayes' rule: before looking, a plate is e^widestGap times likelier to be of the
 * site's layouts than of any other, so a plate from elsewhere is not bent into a layout.
 */
record Line(List<Hypothesis> free, List<Hypothesis> fitting, double sharpness, double widestGap) {
    double gap() {
        return fitting.isEmpty() || free.isEmpty()
                ? Double.POSITIVE_INFINITY
                : free.get(0).logProbability() - fitting.get(0).logProbability();
    }

    boolean fits() {
        return gap() <= widestGap;
    }

    String text() {
        if (fits()) {
            return fitting.get(0).text();
        }
        return free.isEmpty() ? "" : free.get(0).text();
    }

    /** The probability of each text; together at most 1, the rest being texts that were not followed. */
    Map<String, Double> posterior() {
        double priorOdds = Math.exp(widestGap);
        Map<String, Double> weights = new LinkedHashMap<>();
        fitting.forEach(h -> weights.merge(h.text(), priorOdds * h.probability(), Double::sum));
        double unfollowed = 1;
        for (Hypothesis hypothesis : free) {
            unfollowed -= hypothesis.probability();
            weights.putIfAbsent(hypothesis.text(), hypothesis.probability());
        }
        double sum = Math.max(0, unfollowed)
                + weights.values().stream().mapToDouble(w -> w).sum();
        weights.replaceAll((text, weight) -> weight / sum);
        return weights;
    }
}
