package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.plate.Plate;
import java.util.*;

/** Turns what was seen into an outcome. */
final class Decision {
    private final Rules rules;

    Decision(Rules rules) {
        this.rules = rules;
    }

    Outcome on(Reading best, List<Reading> others, Map<String, Double> millis) {
        boolean fits = !rules.grammars().countriesOf(best.text()).isEmpty();
        if (!fits && !Form.plateLike(best.text())) {
            return new Outcome.Unreadable("no-plate-found", List.of(), millis);
        }
        return new Outcome.Read(seen(best), others.stream().map(this::seen).toList(),
                best.confidence() < rules.reviewBelow(), !fits, millis);
    }

    private PlateRead.Seen seen(Reading r) {
        return new PlateRead.Seen(new Plate(r.text()), r.confidence(), rules.grammars().countriesOf(r.text()),
                r.texts().stream().skip(1).limit(4).toList(),
                r.box().quad().corners().stream().map(c -> new PlateRead.Corner(c.x, c.y)).toList());
    }
}
