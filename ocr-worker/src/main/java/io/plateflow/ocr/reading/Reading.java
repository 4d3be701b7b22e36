package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import io.plateflow.ocr.text.TextBox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What several views of one box say together: each text with its mean probability over the views. */
record Reading(TextBox box, List<PlateRead.Candidate> texts) {
    /** The second engine's part of the say, where it reads a plate of the site and where not; measured on photos of plates. */
    private static final double OPINION = 0.42;

    private static final double OPINION_ON_OTHERS = 0.25;

    static Reading of(TextBox box, List<Line> views) {
        return of(box, views, List.of());
    }

    /** {@code opinions} are another engine's views of the box. */
    static Reading of(TextBox box, List<Line> views, List<Line> opinions) {
        Map<String, Double> sum = new HashMap<>();
        double opinion = opinions.isEmpty() ? 0 : opinions.stream().allMatch(Line::fits) ? OPINION : OPINION_ON_OTHERS;
        views.forEach(view ->
                view.posterior().forEach((text, p) -> sum.merge(text, (1 - opinion) * p / views.size(), Double::sum)));
        opinions.forEach(view ->
                view.posterior().forEach((text, p) -> sum.merge(text, opinion * p / opinions.size(), Double::sum)));
        return new Reading(
                box,
                sum.entrySet().stream()
                        .map(e -> new PlateRead.Candidate(e.getKey(), Math.min(1, e.getValue())))
                        .sorted(Comparator.comparingDouble(PlateRead.Candidate::score)
                                .reversed()
                                .thenComparing(PlateRead.Candidate::text))
                        .toList());
    }

    String text() {
        return texts.isEmpty() ? "" : texts.get(0).text();
    }

    double confidence() {
        return texts.isEmpty() ? 0 : texts.get(0).score();
    }
}
