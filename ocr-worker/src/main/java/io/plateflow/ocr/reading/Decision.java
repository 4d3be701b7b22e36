package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.plate.Plate;
import java.util.List;
import java.util.Map;

/** Turns what was read into an outcome. */
final class Decision {
    /** Below this, measured on photos of plates, no reading was right. */
    private static final double HOPELESS = 0.05;

    /** Pixels; characters lower than this are guessed rather than read. */
    private static final double LOWEST = 10;

    private static final int MOST_CANDIDATES = 4;

    private final Rules rules;

    Decision(Rules rules) {
        this.rules = rules;
    }

    Outcome on(Reading best, List<Reading> others, Map<String, Double> millis) {
        boolean fits = !rules.grammars().countriesOf(best.text()).isEmpty();
        boolean plate = fits || (rules.anyFormat() ? Form.custom(best.text()) : Form.plateLike(best.text()));
        if (!plate) {
            return new Outcome.Unreadable("no-plate-found", List.of(), millis);
        }
        if (best.confidence() < HOPELESS) {
            String reason = best.box().quad().height() < LOWEST ? "too-small" : "low-confidence";
            return new Outcome.Unreadable(
                    reason, best.texts().stream().limit(MOST_CANDIDATES).toList(), millis);
        }
        return new Outcome.Read(
                seen(best),
                others.stream().map(this::seen).toList(),
                best.confidence() < rules.reviewBelow(),
                !fits,
                millis);
    }

    private PlateRead.Seen seen(Reading reading) {
        return new PlateRead.Seen(
                new Plate(reading.text()),
                reading.confidence(),
                rules.grammars().countriesOf(reading.text()),
                reading.texts().stream().skip(1).limit(MOST_CANDIDATES).toList(),
                reading.box().quad().corners().stream()
                        .map(c -> new PlateRead.Corner(c.x, c.y))
                        .toList());
    }
}
