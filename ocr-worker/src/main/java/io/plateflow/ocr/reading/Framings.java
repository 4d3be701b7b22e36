package io.plateflow.ocr.reading;

import io.plateflow.ocr.image.Photo;
import io.plateflow.ocr.text.Quad;
import io.plateflow.ocr.text.TextBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where else than in single lines a plate may stand: in two rows, or in a photo that is but a plate. */
final class Framings {
    private static final int MOST_STACKS = 4;

    /** Pixels: what is smaller was cut out around a plate. */
    private static final int WIDEST_CUT = 400;

    private static final int TALLEST_CUT = 200;

    /** Width as a part of height from which a cut holds one row. */
    private static final double ONE_ROW = 2.2;

    private Framings() {}

    /** Pairs of lines one above the other, as one box each. */
    static List<TextBox> stacked(List<TextBox> lines) {
        List<TextBox> stacks = new ArrayList<>();
        for (TextBox upper : lines) {
            for (TextBox lower : lines) {
                Quad both = upper.quad().around(lower.quad());
                if (upper.quad().above(lower.quad()) && both.aspect() >= 0.9 && both.holdsTwoRows()) {
                    stacks.add(new TextBox(both, (upper.score() + lower.score()) / 2));
                }
            }
        }
        return stacks.stream()
                .sorted(Comparator.comparingDouble((TextBox b) -> b.quad().height())
                        .reversed())
                .limit(MOST_STACKS)
                .toList();
    }

    /** The whole of a photo that is no more than a plate, less the edge around the letters. */
    static List<TextBox> whole(Photo photo) {
        if (photo.width() > WIDEST_CUT || photo.height() > TALLEST_CUT || photo.width() < photo.height()) {
            return List.of();
        }
        Quad all = Quad.rectangle(0, 0, photo.width(), photo.height());
        return List.of(new TextBox(all.aspect() >= ONE_ROW ? all.grown(-0.3, -0.115) : all.grown(-0.125, -0.083), 0.5));
    }
}
