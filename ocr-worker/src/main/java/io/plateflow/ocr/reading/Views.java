package io.plateflow.ocr.reading;

import io.plateflow.ocr.image.Mats;
import io.plateflow.ocr.text.Crops;
import io.plateflow.ocr.text.Quad;
import io.plateflow.ocr.text.Recogniser;
import io.plateflow.ocr.text.TextBox;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** Reads one box in several views: one more to confirm it, and a vote of all when the two differ. */
final class Views {
    /** Parts of the box's height, as for all views; measured on photos of plates. */
    private static final double WIDER = 0.2;

    private static final double TALLER = 0.03;

    /** A confidence that two agreeing views must have to need no others. */
    private static final double SURE = 0.8;

    /** The same where another engine can be asked. */
    private static final double SURE_ALONE = 0.55;

    private static final int SHORT = 5;
    private static final int MOST_WIDENINGS = 2;

    private final Recogniser recogniser;
    private final @Nullable Recogniser second;
    private final LineDecoder decoder;

    Views(Recogniser recogniser, @Nullable Recogniser second, LineDecoder decoder) {
        this.recogniser = recogniser;
        this.second = second;
        this.decoder = decoder;
    }

    Line line(Mat photo, Quad quad) {
        return line(photo, quad, crop -> crop);
    }

    /** What the views of {@code found} say together; the box is wider where it had cut characters off. */
    Reading confirmed(Mat photo, TextBox found, Line first) {
        TextBox box = found;
        Line narrow = first;
        Line wide = line(photo, wider(box.quad()));
        for (int i = 0; i < MOST_WIDENINGS && cutOff(narrow.text(), wide); i++) {
            box = new TextBox(wider(box.quad()), box.score());
            narrow = wide;
            wide = line(photo, wider(box.quad()));
        }
        List<Line> views = new ArrayList<>(List.of(narrow, wide));
        if (narrow.text().equals(wide.text()) && Reading.of(box, views).confidence() >= sure()) {
            return Reading.of(box, views);
        }
        Quad quad = box.quad();
        views.add(line(photo, quad.grown(0.1, 0)));
        views.add(line(photo, quad.grown(-0.05, -0.06)));
        views.add(line(photo, quad.grown(0.06, 0.1)));
        views.add(line(photo, quad, Crops::sharpened));
        views.add(line(photo, quad, Crops::evened));
        return Reading.of(box, views, opinions(photo, quad));
    }

    /** What the second engine says of a single line. */
    private List<Line> opinions(Mat photo, Quad quad) {
        if (second == null || quad.holdsTwoRows()) {
            return List.of();
        }
        return List.of(line(second, photo, quad, crop -> crop), line(second, photo, wider(quad), crop -> crop));
    }

    private double sure() {
        return second == null ? SURE : SURE_ALONE;
    }

    private static Quad wider(Quad quad) {
        return quad.grown(WIDER, TALLER);
    }

    /** A plate of no layout of the site must be short: a longer one may have gained an emblem at its side. */
    private static boolean cutOff(String text, Line wide) {
        return (wide.fits() || (text.length() <= SHORT && Form.plateLike(wide.text())))
                && wide.text().length() > text.length()
                && wide.text().contains(text);
    }

    private Line line(Mat photo, Quad quad, UnaryOperator<Mat> treatment) {
        return line(recogniser, photo, quad, treatment);
    }

    private Line line(Recogniser recogniser, Mat photo, Quad quad, UnaryOperator<Mat> treatment) {
        try (Mats mats = new Mats()) {
            Mat crop = mats.hold(Crops.rectified(photo, recogniser.frame(quad)));
            return decoder.decode(recogniser.read(mats.hold(treatment.apply(crop))));
        }
    }
}
