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

    /** What a text of letters or digits alone must have to pass for a plate, which a person then confirms. */
    private static final int SHORTEST_CUSTOM = 4;

    private static final double LIKELY = 0.1;

    private static final int MOST_CANDIDATES = 4;

    private final Rules rules;

    private final boolean plates;

    /** @param plates whether what read knows plates from other text, so that one of letters or digits alone may be one */
    Decision(Rules rules, boolean plates) {
        this.rules = rules;
        this.plates = plates;
    }

    Outcome on(Reading best, List<Reading> others, Map<String, Double> millis) {
        boolean fits = !rules.grammars().countriesOf(best.text()).isEmpty();
        boolean plate = fits
                || Form.plateLike(best.text())
                || ((rules.anyFormat() || custom(best)) && Form.custom(best.text()));
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
                !fits && !rules.anyFormat(),
                millis);
    }

    private boolean custom(Reading best) {
        return plates && best.text().length() >= SHORTEST_CUSTOM && best.confidence() > LIKELY;
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
