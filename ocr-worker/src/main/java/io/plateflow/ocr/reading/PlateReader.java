package io.plateflow.ocr.reading;

import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.image.Mats;
import io.plateflow.ocr.image.Photo;
import io.plateflow.ocr.text.Crops;
import io.plateflow.ocr.text.Emissions;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.TextBox;
import io.plateflow.ocr.text.TextFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Mat;

/** Photo in, plate out: find text, read it within the site's grammars, look again where that was weak, decide. */
public final class PlateReader implements AutoCloseable {
    private static final int FIRST_LOOK = Integer.getInteger("look1", 640);
    private static final int SECOND_LOOK = Integer.getInteger("look2", 1024);
    private static final int MOST_LINES = Integer.getInteger("lines", 12);
    private static final double WEAK = 4.5;

    private final TextFinder finder;
    private final Recogniser recogniser;
    private final Views views;
    private final Rules rules;

    public PlateReader(TextFinder finder, Recogniser recogniser, Rules rules) {
        this.finder = finder;
        this.recogniser = recogniser;
        this.views = new Views(recogniser, new LineDecoder(new Layouts(rules.grammars().layouts())));
        this.rules = rules;
    }

    /** Ends within about a second on one core. */
    public Outcome read(byte[] image) throws MalformedImageException {
        Steps steps = new Steps();
        try (Photo photo = steps.time("decode", () -> Photo.decode(image, rules.maxPixels()))) {
            List<Sighting> seen = look(photo, FIRST_LOOK, steps);
            if (seen.isEmpty() || seen.get(0).score() < WEAK || !seen.get(0).line().fits()) {
                seen = ranked(concat(seen, look(photo, SECOND_LOOK, steps)));
            }
            if (seen.isEmpty()) {
                return new Outcome.Unreadable("no-plate-found", List.of(), steps.millis());
            }
            Sighting best = seen.get(0);
            Reading reading = steps.time("confirm", () -> views.confirmed(photo.pixels(), best.box(), best.line()));
            return new Decision(rules).on(reading, List.of(), steps.millis());
        }
    }

    @Override
    public void close() {
        finder.close();
        recogniser.close();
    }

    private List<Sighting> look(Photo photo, int longSide, Steps steps) {
        List<TextBox> boxes = steps.time("find", () -> finder.find(photo.pixels(), longSide));
        List<Sighting> seen = new ArrayList<>();
        boxes.stream()
                .filter(PlateReader::plausible)
                .sorted(Comparator.comparingDouble(PlateReader::promise).reversed())
                .limit(MOST_LINES)
                .forEach(box -> seen.add(Sighting.of(
                        box, steps.time("recognise", () -> views.line(photo.pixels(), box.quad())))));
        return ranked(seen);
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

    private static List<Sighting> ranked(List<Sighting> seen) {
        double tallest = seen.stream()
                .filter(s -> s.score() > 3.5)
                .mapToDouble(s -> s.box().quad().height())
                .max()
                .orElse(0);
        return seen.stream()
                .map(s -> tallest > 0 ? s.besides(tallest) : s)
                .sorted(Comparator.comparingDouble(Sighting::score).reversed())
                .toList();
    }

    private static List<Sighting> concat(List<Sighting> first, List<Sighting> second) {
        List<Sighting> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
