package io.plateflow.ocr.reading;

import io.plateflow.contracts.PlateRead;
import io.plateflow.domain.plate.Plate;
import java.util.List;
import java.util.Map;

/** Turns what was seen into an outcome: read, to be reviewed, of unknown format, or unreadable. */
final class Decision {
    private final Rules rules;

    Decision(Rules rules) {
        this.rules = rules;
    }

    Outcome on(List<Sighting> seen, Map<String, Double> millis) {
        if (Boolean.getBoolean("debug")) { // TEMP
            System.out.println("  -- " + millis);
            for (Sighting s : seen) {
                System.out.printf(
                        "     %.2f box %.2f h %.0f a %.1f gap %.2f sharp %.3f free %s fit %s%n",
                        s.score(),
                        s.box().score(),
                        s.box().quad().height(),
                        s.box().quad().aspect(),
                        s.line().gap(),
                        s.line().sharpness(),
                        s.line().free().stream().limit(2).map(Hypothesis::text).toList(),
                        s.line().fitting().stream()
                                .limit(3)
                                .map(h -> h.text() + ":%.2f".formatted(h.logProbability()))
                                .toList());
            }
        }
        if (seen.isEmpty()) {
            return new Outcome.Unreadable("no-plate-found", List.of(), millis);
        }
        Sighting best = seen.get(0);
        String text = best.line().text();
        if (!best.line().fits() && !Form.plateLike(text)) {
            return new Outcome.Unreadable("no-plate-found", List.of(), millis);
        }
        double confidence = best.line().sharpness()
                * Math.exp(-Math.max(0, Math.min(50, best.line().gap())) / 8);
        List<PlateRead.Corner> corners = best.box().quad().corners().stream()
                .map(c -> new PlateRead.Corner(c.x, c.y))
                .toList();
        return new Outcome.Read(
                new PlateRead.Seen(new Plate(text), confidence, rules.grammars().countriesOf(text), List.of(), corners),
                List.of(),
                confidence < rules.reviewBelow(),
                !best.line().fits(),
                millis);
    }
}
