package io.plateflow.ocr.reading;

import io.plateflow.ocr.text.TextBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was seen in one photo. All limits were measured on real photos of plates.
 *
 * @param all likeliest plate first
 */
record Sightings(List<Sighting> all) {
    /** Below this a score does not settle the matter: a sharp plate of the site's layouts has about 6. */
    private static final double WEAK = 4.5;

    /** From this a sighting is a plate that makes smaller ones behind it less likely the meant one. */
    private static final double PLATE = 3.5;

    /** From this a photo that was cut out around a plate shows that plate. */
    private static final double PLAIN = 5.5;

    private static final int MOST_LINES = 12;
    private static final int MOST_OTHERS = 5;

    static Sightings ranked(List<Sighting> seen) {
        double tallest = seen.stream()
                .filter(s -> s.score() > PLATE)
                .mapToDouble(s -> s.box().quad().height())
                .max()
                .orElse(0);
        return new Sightings(seen.stream()
                .map(s -> tallest > 0 ? s.besides(tallest) : s)
                .sorted(Comparator.comparingDouble(Sighting::score).reversed())
                .toList());
    }

    /** The boxes that are worth reading, since each costs some 20 ms. */
    static List<TextBox> promising(List<TextBox> boxes) {
        return boxes.stream()
                .filter(Sightings::plausible)
                .sorted(Comparator.comparingDouble(Sightings::promise).reversed())
                .limit(MOST_LINES)
                .toList();
    }

    /** Whether the first is so plainly a plate of the site that nothing else need be looked for. */
    boolean plain() {
        return !all.isEmpty() && all.get(0).line().fits() && all.get(0).score() > PLAIN;
    }

    /** @param foreignPlates whether what reads knows plates, so that one of no layout of the site may be the meant one */
    boolean weak(boolean foreignPlates) {
        return all.isEmpty() || all.get(0).score() < WEAK || (!all.get(0).line().fits() && !foreignPlates);
    }

    /** The likeliest that stands apart from {@code box} and says something like a plate. */
    Optional<Sighting> insteadOf(TextBox box) {
        return all.stream()
                .filter(s -> !s.box().quad().touches(box.quad()))
                .filter(s -> s.line().fits()
                        || Form.plateLike(s.line().text())
                        || Form.custom(s.line().text()))
                .findFirst();
    }

    Sightings and(Sightings more) {
        List<Sighting> both = new ArrayList<>(all);
        both.addAll(more.all);
        return ranked(both);
    }

    /** Further plates of the site's layouts that stand apart from {@code main} and from each other. */
    List<Reading> besides(TextBox main) {
        List<TextBox> taken = new ArrayList<>(List.of(main));
        List<Reading> others = new ArrayList<>();
        for (Sighting seen : all) {
            if (others.size() < MOST_OTHERS
                    && seen.line().fits()
                    && seen.score() > PLATE
                    && taken.stream().noneMatch(t -> t.quad().touches(seen.box().quad()))) {
                taken.add(seen.box());
                others.add(Reading.of(seen.box(), List.of(seen.line())));
            }
        }
        return others;
    }

    private static boolean plausible(TextBox box) {
        double aspect = box.quad().aspect();
        return aspect >= 1.3 && aspect <= 9 && box.quad().height() >= 7;
    }

    private static double promise(TextBox box) {
        double aspect = box.quad().aspect();
        return box.score()
                + (aspect >= 2 && aspect <= 6 ? 0.5 : 0)
                + Math.min(1, box.quad().height() / 40) * 0.5;
    }
}
