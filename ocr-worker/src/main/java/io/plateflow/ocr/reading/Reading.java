package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import io.plateflow.ocr.text.TextBox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What several views of one box say together: each text with its mean probability over the views. */
record Reading(TextBox box, List<PlateRead.Candidate> texts) {
    static Reading of(TextBox box, List<Line> views) {
        Map<String, Double> sum = new HashMap<>();
        views.forEach(view -> view.posterior().forEach((text, p) -> sum.merge(text, p / views.size(), Double::sum)));
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
