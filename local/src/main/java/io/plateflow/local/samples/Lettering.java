package io.plateflow.local.samples;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A cut of the plate alphabet; it needs no installed font.
 *
 * @param width of a character, mm
 * @param height of a character, mm
 * @param stroke thickness, mm
 * @param gap between two characters, mm
 * @param space width of a space without its gaps, mm
 * @param round whether strokes end and turn round, as stamped letters do
 */
record Lettering(double width, double height, double stroke, double gap, double space, boolean round) {
    private static final double WIDE = 1.18;

    /** The outline of {@code text} with its top left corner at the origin; {@code Ú} is the only accent known. */
    Shape outline(String text) {
        Path2D line = new Path2D.Double();
        double x = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ') {
                line.append(character(c, x), false);
            }
            x += advance(c);
        }
        return line;
    }

    /** Width of {@code text} in mm. */
    double widthOf(String text) {
        return text.chars().mapToDouble(c -> advance((char) c)).sum() - gap;
    }

    private double advance(char c) {
        return gap + (c == ' ' ? space : widthOf(c));
    }

    private double widthOf(char c) {
        return c == 'M' || c == 'W' ? width * WIDE : width;
    }

    private Area character(char c, double x) {
        double w = widthOf(c);
        AffineTransform fit = AffineTransform.getTranslateInstance(x + stroke / 2, stroke / 2);
        fit.scale(w - stroke, height - stroke);
        Shape centreLine = fit.createTransformedShape(Strokes.of(c == 'Ú' ? 'U' : c));
        int cap = round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_SQUARE;
        int join = round ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER;
        Area drawn = new Area(new BasicStroke((float) stroke, cap, join, 4).createStrokedShape(centreLine));
        drawn.intersect(new Area(new Rectangle2D.Double(x - gap / 3, 0, w + gap * 2 / 3, height)));
        if (c == 'Ú') {
            AffineTransform accent = AffineTransform.getTranslateInstance(x + w * .6, -height * .22);
            accent.shear(-.6, 0);
            drawn.add(new Area(
                    accent.createTransformedShape(new Rectangle2D.Double(-stroke / 2, 0, stroke, height * .16))));
        }
        return drawn;
    }
}
