package io.plateflow.ocr.reading;

import io.plateflow.ocr.image.Mats;
import io.plateflow.ocr.text.*;
import java.util.*;
import java.util.function.UnaryOperator;
import org.opencv.core.Mat;

/** Reads one box in several views: one more to confirm it, and a vote of all when the two differ. */
final class Views {
    private static final double WX = Double.parseDouble(System.getProperty("wx", "0.2"));
    private static final double SURE = Double.parseDouble(System.getProperty("sure", "0.8"));
    private final Recogniser recogniser;
    private final LineDecoder decoder;

    Views(Recogniser recogniser, LineDecoder decoder) {
        this.recogniser = recogniser;
        this.decoder = decoder;
    }

    Line line(Mat photo, Quad quad) {
        return line(photo, quad, m -> m);
    }

    Reading confirmed(Mat photo, TextBox found, Line first) {
        TextBox box = found;
        Line narrow = first;
        Line wide = line(photo, box.quad().grown(WX, 0.03));
        for (int i = 0; i < 2 && cutOff(narrow.text(), wide); i++) {
            box = new TextBox(box.quad().grown(WX, 0.03), box.score());
            narrow = wide;
            wide = line(photo, box.quad().grown(WX, 0.03));
        }
        List<Line> views = new ArrayList<>(List.of(narrow, wide));
        if (!narrow.text().equals(wide.text()) || Reading.of(box, views).confidence() < SURE) {
            Quad q = box.quad();
            views.add(line(photo, q.grown(0.1, 0)));
            views.add(line(photo, q.grown(-0.05, -0.06)));
            views.add(line(photo, q.grown(0.06, 0.1)));
            views.add(line(photo, q, Crops::sharpened));
            views.add(line(photo, q, Crops::evened));
        }
        return Reading.of(box, views);
    }

    private static boolean cutOff(String text, Line wide) {
        return wide.fits() && wide.text().length() > text.length() && wide.text().contains(text);
    }

    private Line line(Mat photo, Quad quad, UnaryOperator<Mat> treatment) {
        try (Mats mats = new Mats()) {
            Mat crop = mats.hold(Crops.rectified(photo, quad));
            return decoder.decode(recogniser.read(mats.hold(treatment.apply(crop))));
        }
    }
}
