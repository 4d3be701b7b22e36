package io.plateflow.local.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * An Argentine plate, drawn in millimetres about its centre: the one of 1995 (294 × 129 mm, {@code AAA123}) or Mercosur's
 * (400 × 130 mm, {@code AB123CD}).
 */
final class PlateDrawing {
    private static final Lettering STAMPED = new Lettering(33, 66, 9, 7, 16, true);
    private static final Lettering MERCOSUR = new Lettering(37, 65, 9, 8.5, 15, false);
    private static final Lettering CAPTION = new Lettering(7.2, 11.5, 2, 2.2, 6, false);
    private static final Lettering SMALL_CAPTION = new Lettering(7, 10, 1.6, 5, 6, true);

    private static final Color WHITE = Tint.rgb(0xF2F3EF);
    private static final Color BLACK = Tint.rgb(0x17181A);
    private static final Color BLUE = Tint.rgb(0x1F3F8F);
    private static final Color SKY_BLUE = Tint.rgb(0x74ACDF);
    private static final Color SUN = Tint.rgb(0xE8B23A);

    private final Graphics2D g;

    private PlateDrawing(Graphics2D g) {
        this.g = g;
    }

    /** Draws {@code plate}, given without spaces, with its centre at the origin of {@code g}, 1 unit = 1 mm. */
    static void draw(Graphics2D g, String plate) {
        PlateDrawing drawing = new PlateDrawing(g);
        if (plate.length() == 6) {
            drawing.of1995(plate.substring(0, 3) + " " + plate.substring(3));
        } else {
            drawing.mercosur(plate.substring(0, 2) + " " + plate.substring(2, 5) + " " + plate.substring(5));
        }
    }

    private void of1995(String text) {
        board(294, 129, 12, WHITE);
        g.setColor(BLACK);
        g.fill(new RoundRectangle2D.Double(-138, -38, 276, 80, 7, 7));
        g.setColor(Tint.rgb(0x6E8FB0));
        g.fill(centred(SMALL_CAPTION, "ARGENTINA", -56));
        for (int side = -1; side <= 1; side += 2) {
            slot(side * 96, -51);
            slot(side * 70, 53);
        }
        stamped(STAMPED, text, -31, WHITE, Tint.rgb(0x050505), Tint.rgb(0x55585C));
    }

    private void mercosur(String text) {
        board(400, 130, 9, WHITE);
        Shape clip = g.getClip();
        g.clip(new RoundRectangle2D.Double(-198, -63, 396, 126, 8, 8));
        g.setPaint(new GradientPaint(0, -65, Tint.times(BLUE, 1.12), 0, -35, BLUE));
        g.fill(new Rectangle2D.Double(-200, -65, 400, 31));
        g.setClip(clip);
        g.setColor(WHITE);
        g.fill(centred(CAPTION, "REPÚBLICA ARGENTINA", -55.5));
        emblem();
        flag();
        stamped(MERCOSUR, text, -19, BLACK, Tint.rgb(0xB9BCB8), Color.WHITE);
    }

    private void board(double width, double height, double corner, Color sheet) {
        g.setColor(Tint.rgb(0x2A2B2D));
        g.fill(new RoundRectangle2D.Double(
                -width / 2 - 3, -height / 2 - 3, width + 6, height + 6, corner * 2 + 6, corner * 2 + 6));
        g.setPaint(new GradientPaint(0, (float) (-height / 2), sheet, 0, (float) (height / 2), Tint.times(sheet, .93)));
        g.fill(new RoundRectangle2D.Double(-width / 2, -height / 2, width, height, corner * 2, corner * 2));
    }

    /** Letters pressed out of the sheet: a shaded edge below, a lit one above. */
    private void stamped(Lettering cut, String text, double top, Color ink, Color shade, Color lit) {
        Shape letters = centred(cut, text, top);
        g.setColor(Tint.clear(lit, .8));
        g.fill(AffineTransform.getTranslateInstance(0, -.9).createTransformedShape(letters));
        g.setColor(Tint.clear(shade, .9));
        g.fill(AffineTransform.getTranslateInstance(0, 1.2).createTransformedShape(letters));
        g.setColor(ink);
        g.fill(letters);
    }

    private static Shape centred(Lettering cut, String text, double top) {
        return AffineTransform.getTranslateInstance(-cut.widthOf(text) / 2, top)
                .createTransformedShape(cut.outline(text));
    }

    private void slot(double x, double y) {
        g.setColor(Tint.rgb(0x55585A));
        g.fill(new RoundRectangle2D.Double(x - 8, y - 3, 16, 6, 6, 6));
        g.setColor(Tint.rgb(0x9A9D9E));
        g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
    }

    /** Four stars over a curve, as on the left of the band. */
    private void emblem() {
        g.setColor(Tint.mix(BLUE, WHITE, .8));
        for (int star = 0; star < 4; star++) {
            g.fill(new Ellipse2D.Double(-187 + star * 7, -57 + Math.abs(star - 1.5) * 2, 3, 3));
        }
        g.fill(new RoundRectangle2D.Double(-189, -46, 32, 3, 3, 3));
    }

    private void flag() {
        g.setColor(WHITE);
        g.fill(new Rectangle2D.Double(157, -58, 30, 18));
        g.setColor(SKY_BLUE);
        g.fill(new Rectangle2D.Double(157, -58, 30, 6));
        g.fill(new Rectangle2D.Double(157, -46, 30, 6));
        g.setColor(SUN);
        g.fill(new Ellipse2D.Double(170, -51, 4, 4));
    }
}
