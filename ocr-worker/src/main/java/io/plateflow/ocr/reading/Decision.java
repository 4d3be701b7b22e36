package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.plate.Plate;
import java.util.List;
import java.util.Map;

/** Turns what was read into an outcome. */
final class Decision {
    /** Below this, measured on photos of plates, no reading was right. */
    private static final double HOPELESS = 0.05;

    /** Pixels of a found line, as on a plate 14 pixels high; lower characters would be guessed rather than read. */
    private static final double LOWEST = 12;

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
        boolean fits = fits(best);
        if (!plate(best)) {
            return new Outcome.Unreadable("no-plate-found", List.of(), millis);
        }
        boolean low = best.box().quad().height() < LOWEST;
        if (low || best.confidence() < HOPELESS) {
            String reason = low ? "too-small" : "low-confidence";
            return new Outcome.Unreadable(
                    reason, best.texts().stream().limit(MOST_CANDIDATES).toList(), millis);
        }
        return new Outcome.Read(
                seen(best),
                others.stream().map(this::seen).toList(),
                Calibration.confidence(best.confidence()) < rules.reviewBelow(),
                !fits && !rules.anyFormat(),
                millis);
    }

    /** Whether this is a plate's text at all. */
    boolean plate(Reading reading) {
        return formed(reading) || ((rules.anyFormat() || custom(reading)) && Form.custom(reading.text()));
    }

    /** Whether it has the form of a plate, and not only of one that says what its owner likes. */
    boolean formed(Reading reading) {
        return fits(reading) || Form.plateLike(reading.text());
    }

    private boolean fits(Reading reading) {
        return !rules.grammars().countriesOf(reading.text()).isEmpty();
    }

    private boolean custom(Reading best) {
        return plates && best.text().length() >= SHORTEST_CUSTOM && best.confidence() > LIKELY;
    }

    private PlateRead.Seen seen(Reading reading) {
        return new PlateRead.Seen(
                new Plate(reading.text()),
                Calibration.confidence(reading.confidence()),
                rules.grammars().countriesOf(reading.text()),
                reading.texts().stream().skip(1).limit(MOST_CANDIDATES).toList(),
                reading.box().quad().corners().stream()
                        .map(c -> new PlateRead.Corner(c.x, c.y))
                        .toList());
    }
}
