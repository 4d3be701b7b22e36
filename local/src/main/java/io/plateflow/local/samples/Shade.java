package io.plateflow.local.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.Shape;

/** Light that falls off along a surface, and the seams between surfaces. */
final class Shade {
    private Shade() {}

    /** From {@code top} to {@code bottom} through all {@code colors}, evenly spaced. */
    static Paint down(double top, double bottom, Color... colors) {
        return new LinearGradientPaint(0, (float) top, 0, (float) bottom, evenly(colors.length), colors);
    }

    /** From {@code left} to {@code right}. */
    static Paint across(double left, double right, Color... colors) {
        return new LinearGradientPaint((float) left, 0, (float) right, 0, evenly(colors.length), colors);
    }

    /** A seam or a rounded edge along {@code shape}. */
    static void edge(Graphics2D g, Shape shape, double width, Color color) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(color);
        g.draw(shape);
    }

    private static float[] evenly(int count) {
        float[] stops = new float[count];
        for (int i = 0; i < count; i++) {
            stops[i] = i / (float) (count - 1);
        }
        return stops;
    }
}
