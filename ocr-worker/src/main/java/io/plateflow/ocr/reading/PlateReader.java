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

    /** A first look whose reading is less sure than this is not the last. */
    private static final double DOUBTFUL = 0.35;

    private final TextFinder finder;
    private final Recogniser recogniser;
    private final @Nullable Recogniser second;
    private final Views views;
    private final Rules rules;
    private final Decision decision;
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
        this.decision = new Decision(rules, recogniser.readsPlates());
        this.nanos = nanos;
    }

    /** Ends within about a second on one core. */
    public Outcome read(byte[] image) throws MalformedImageException {
        Steps steps = new Steps(nanos);
        try (Photo photo = steps.time("decode", () -> Photo.decode(image, rules.maxPixels()))) {
            Sightings seen = cut(photo, steps);
            if (!seen.plain()) {
                seen = seen.and(look(photo, FIRST_LOOK, steps));
            }
            @Nullable Reading reading = seen.weak(recogniser.readsPlates()) ? null : confirmed(photo, seen, steps);
            if (reading == null || reading.confidence() < DOUBTFUL || !decision.formed(reading)) {
                seen = seen.and(look(photo, SECOND_LOOK, steps));
                reading = surer(reading, photo, seen, steps);
            }
            return reading == null
                    ? new Outcome.Unreadable("no-plate-found", List.of(), steps.millis())
                    : decision.on(reading, seen.besides(reading.box()), steps.millis());
        }
    }

    /** What the likeliest box says; where that is no plate's text, what the next one says that is. */
    private Reading confirmed(Photo photo, Sightings seen, Steps steps) {
        Reading first = confirmed(photo, seen.all().get(0), steps);
        return decision.plate(first)
                ? first
                : seen.insteadOf(first.box())
                        .map(next -> confirmed(photo, next, steps))
                        .filter(decision::plate)
                        .orElse(first);
    }

    private Reading confirmed(Photo photo, Sighting seen, Steps steps) {
        return steps.time("confirm", () -> views.confirmed(photo.pixels(), seen.box(), seen.line()));
    }

    /** The surer one of {@code before} and what the likeliest box of two looks says; null when neither found any. */
    private @Nullable Reading surer(@Nullable Reading before, Photo photo, Sightings seen, Steps steps) {
        if (seen.all().isEmpty()) {
            return before;
        }
        Reading now = confirmed(photo, seen, steps);
        if (before == null || !decision.plate(before)) {
            return now;
        }
        boolean surer = !decision.formed(before) || now.confidence() > before.confidence();
        return decision.formed(now) && surer ? now : before;
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

    /** What a photo says that was cut out around a plate: no text need be found in it. */
    private Sightings cut(Photo photo, Steps steps) {
        return recogniser.readsPlates() ? read(photo, Framings.whole(photo), steps) : new Sightings(List.of());
    }

    private Sightings look(Photo photo, int longSide, Steps steps) {
        List<TextBox> boxes = steps.time("find", () -> finder.find(photo.pixels(), longSide));
        List<TextBox> worth = new ArrayList<>(Sightings.promising(boxes));
        if (recogniser.readsPlates()) {
            worth.addAll(Framings.stacked(boxes));
        }
        return read(photo, worth, steps);
    }

    private Sightings read(Photo photo, List<TextBox> boxes, Steps steps) {
        List<Sighting> seen = new ArrayList<>();
        for (TextBox box : boxes) {
            seen.add(Sighting.of(box, steps.time("recognise", () -> views.line(photo.pixels(), box.quad()))));
        }
        return Sightings.ranked(seen);
    }
}
