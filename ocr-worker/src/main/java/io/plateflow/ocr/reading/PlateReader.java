package io.plateflow.ocr.reading;

import io.plateflow.ocr.image.MalformedImageException;
import io.plateflow.ocr.image.Photo;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.TextBox;
import io.plateflow.ocr.text.TextFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Photo in, plate out: find text, read it within the site's grammars, look again where that was weak, decide. */
public final class PlateReader implements AutoCloseable {
    /** Longer side in pixels; 640 finds the plates of nearly all whole photos, 1024 the small and far ones. */
    public static final int FIRST_LOOK = 640;

    private static final int SECOND_LOOK = 1024;

    /** A sharp plate of no layout of the site scores from this; only what knows plates tells it from other text. */
    private static final double FOREIGN_PLATE = 6.2;

    private final TextFinder finder;
    private final Recogniser recogniser;
    private final @Nullable Recogniser second;
    private final Views views;
    private final Rules rules;
    private final LongSupplier nanos;

    public PlateReader(TextFinder finder, Recogniser recogniser, Rules rules) {
        this(finder, recogniser, null, rules, System::nanoTime);
    }

    /**
     * @param second is asked where {@code recogniser} is in doubt
     * @param nanos what steps are timed by
     */
    public PlateReader(
            TextFinder finder, Recogniser recogniser, @Nullable Recogniser second, Rules rules, LongSupplier nanos) {
        this.finder = finder;
        this.recogniser = recogniser;
        this.second = second;
        Layouts layouts = new Layouts(rules.grammars().layouts());
        LineDecoder decoder = recogniser.readsPlates() ? LineDecoder.forPlates(layouts) : new LineDecoder(layouts);
        this.views = new Views(recogniser, second, decoder);
        this.rules = rules;
        this.nanos = nanos;
    }

    /** Ends within about a second on one core. */
    public Outcome read(byte[] image) throws MalformedImageException {
        Steps steps = new Steps(nanos);
        try (Photo photo = steps.time("decode", () -> Photo.decode(image, rules.maxPixels()))) {
            Sightings seen = look(photo, FIRST_LOOK, steps);
            if (seen.weak(recogniser.readsPlates() ? FOREIGN_PLATE : Double.POSITIVE_INFINITY)) {
                seen = seen.and(look(photo, SECOND_LOOK, steps));
            }
            if (seen.all().isEmpty()) {
                return new Outcome.Unreadable("no-plate-found", List.of(), steps.millis());
            }
            Sighting best = seen.all().get(0);
            Reading reading = steps.time("confirm", () -> views.confirmed(photo.pixels(), best.box(), best.line()));
            return new Decision(rules, recogniser.readsPlates())
                    .on(reading, seen.besides(reading.box()), steps.millis());
        }
    }

    /** Name and version of what reads the plates. */
    public String engine() {
        return second == null ? recogniser.engine() : recogniser.engine() + "+" + second.engine();
    }

    @Override
    public void close() {
        finder.close();
        recogniser.close();
        if (second != null) {
            second.close();
        }
    }

    private Sightings look(Photo photo, int longSide, Steps steps) {
        List<TextBox> boxes = steps.time("find", () -> finder.find(photo.pixels(), longSide));
        List<Sighting> seen = new ArrayList<>();
        List<TextBox> worth = new ArrayList<>(Sightings.promising(boxes));
        if (recogniser.readsPlates()) {
            worth.addAll(Framings.stacked(boxes));
            worth.addAll(Framings.whole(photo));
        }
        for (TextBox box : worth) {
            seen.add(Sighting.of(box, steps.time("recognise", () -> views.line(photo.pixels(), box.quad()))));
        }
        return Sightings.ranked(seen);
    }
}
