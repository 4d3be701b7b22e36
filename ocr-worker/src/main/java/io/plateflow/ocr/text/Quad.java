package io.plateflow.ocr.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Point;

/** Four corners in pixels, as the text reads: top left, top right, bottom right, bottom left. */
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    /** The lower row's height as a part of the taller one's. */
    private static final double LEAST_ROW = 0.5;

    /** Width as a part of height from which a plate's letters are one row. */
    private static final double ONE_ROW = 2;

    /** The corners in reading order, for text tilted by less than 45°. */
    static Quad ordered(Point... corners) {
        Point[] byX = corners.clone();
        Arrays.sort(byX, Comparator.comparingDouble(p -> p.x));
        boolean left = byX[0].y <= byX[1].y;
        boolean right = byX[2].y <= byX[3].y;
        return new Quad(byX[left ? 0 : 1], byX[right ? 2 : 3], byX[right ? 3 : 2], byX[left ? 1 : 0]);
    }

    public static Quad rectangle(double x, double y, double width, double height) {
        return new Quad(
                new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }

    /** The line that begins with this box and ends with {@code right}. */
    Quad to(Quad right) {
        return new Quad(topLeft, right.topRight, right.bottomRight, bottomLeft);
    }

    public List<Point> corners() {
        return List.of(topLeft, topRight, bottomRight, bottomLeft);
    }

    public double width() {
        return Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight));
    }

    public double height() {
        return Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight));
    }

    public double aspect() {
        return width() / height();
    }

    public Point centre() {
        return new Point(
                (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
                (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4);
    }

    /** Larger by these parts of its height on each side; smaller when negative. */
    public Quad grown(double sideways, double upAndDown) {
        double h = height();
        double w = width();
        Point along = unit(topRight, topLeft, bottomRight, bottomLeft, w);
        Point down = unit(bottomLeft, topLeft, bottomRight, topRight, h);
        double x = sideways * h;
        double y = upAndDown * h;
        return new Quad(
                moved(topLeft, along, -x, down, -y),
                moved(topRight, along, x, down, -y),
                moved(bottomRight, along, x, down, y),
                moved(bottomLeft, along, -x, down, y));
    }

    /** Whether a plate of this shape has two rows. */
    public boolean holdsTwoRows() {
        return aspect() < ONE_ROW;
    }

    /** Whether {@code lower} is the second row of what this is the first of. */
    public boolean above(Quad lower) {
        double high = Math.max(height(), lower.height());
        double between = lower.centre().y - centre().y;
        double left = Math.max(topLeft.x, lower.topLeft.x);
        double right = Math.min(topRight.x, lower.topRight.x);
        return Math.min(height(), lower.height()) >= LEAST_ROW * high
                && between > 0.6 * high
                && between < 1.7 * high
                && right - left >= 0.6 * Math.min(width(), lower.width());
    }

    /** The smallest box around both that lies as {@code this} does. */
    public Quad around(Quad other) {
        Point along = unit(topRight, topLeft, bottomRight, bottomLeft, width());
        Point down = new Point(-along.y, along.x);
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Quad quad : List.of(this, other)) {
            for (Point corner : quad.corners()) {
                double x = corner.x * along.x + corner.y * along.y;
                double y = corner.x * down.x + corner.y * down.y;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
            }
        }
        Point origin = new Point(0, 0);
        return new Quad(
                moved(origin, along, left, down, top),
                moved(origin, along, right, down, top),
                moved(origin, along, right, down, bottom),
                moved(origin, along, left, down, bottom));
    }

    /** Whether the upright rectangles around both share a point. */
    public boolean touches(Quad other) {
        return Math.min(topLeft.x, bottomLeft.x) <= Math.max(other.topRight.x, other.bottomRight.x)
                && Math.min(other.topLeft.x, other.bottomLeft.x) <= Math.max(topRight.x, bottomRight.x)
                && Math.min(topLeft.y, topRight.y) <= Math.max(other.bottomLeft.y, other.bottomRight.y)
                && Math.min(other.topLeft.y, other.topRight.y) <= Math.max(bottomLeft.y, bottomRight.y);
    }

    public Quad scaled(double factor) {
        return new Quad(
                times(topLeft, factor), times(topRight, factor), times(bottomRight, factor), times(bottomLeft, factor));
    }

    static double distance(Point a, Point b) {
        return Math.hypot(a.x - b.x, a.y - b.y);
    }

    /** The mean of two opposite sides, as parts of {@code length}. */
    private static Point unit(Point a, Point fromA, Point b, Point fromB, double length) {
        return new Point((a.x - fromA.x + b.x - fromB.x) / 2 / length, (a.y - fromA.y + b.y - fromB.y) / 2 / length);
    }

    private static Point moved(Point from, Point along, double x, Point down, double y) {
        return new Point(from.x + x * along.x + y * down.x, from.y + x * along.y + y * down.y);
    }

    private static Point times(Point p, double factor) {
        return new Point(p.x * factor, p.y * factor);
    }
}
