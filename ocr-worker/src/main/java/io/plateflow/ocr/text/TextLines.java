package io.plateflow.ocr.text;

import java.util.ArrayList;
import java.util.List;

/** Joins boxes on one line: the finder takes the gap or the dot in the middle of a plate for a space between words. */
final class TextLines {
    /** Measured on photos of plates; all are parts of the taller box's height, but the first. */
    private static final double LEAST_HEIGHT_RATIO = 0.6;

    private static final double WIDEST_GAP = 1.3;
    private static final double LARGEST_STEP = 0.45;
    private static final double LONGEST_LINE = 9;

    private TextLines() {}

    /** {@code boxes}, and a box more for each run of two or three neighbours. */
    static List<TextBox> joined(List<TextBox> boxes) {
        List<TextBox> pairs = joins(boxes, boxes);
        List<TextBox> all = new ArrayList<>(boxes);
        all.addAll(pairs);
        all.addAll(joins(pairs, boxes));
        return all;
    }

    private static List<TextBox> joins(List<TextBox> lefts, List<TextBox> rights) {
        List<TextBox> all = new ArrayList<>();
        for (TextBox left : lefts) {
            for (TextBox right : rights) {
                if (neighbours(left.quad(), right.quad())) {
                    all.add(new TextBox(left.quad().to(right.quad()), (left.score() + right.score()) / 2));
                }
            }
        }
        return all;
    }

    private static boolean neighbours(Quad left, Quad right) {
        double low = Math.min(left.height(), right.height());
        double high = Math.max(left.height(), right.height());
        double leftEndsAt = (left.topRight().y + left.bottomRight().y) / 2;
        double rightBeginsAt = (right.topLeft().y + right.bottomLeft().y) / 2;
        double gap = right.topLeft().x - left.topRight().x;
        return left.topRight().x - low / 2 < right.topLeft().x
                && left.centre().x < right.centre().x
                && low >= LEAST_HEIGHT_RATIO * high
                && gap <= WIDEST_GAP * high
                && (gap <= 0 || Quad.distance(left.topRight(), right.topLeft()) <= WIDEST_GAP * high)
                && Math.abs(leftEndsAt - rightBeginsAt) <= LARGEST_STEP * high
                && Quad.distance(left.topLeft(), right.topRight()) <= LONGEST_LINE * high;
    }
}
