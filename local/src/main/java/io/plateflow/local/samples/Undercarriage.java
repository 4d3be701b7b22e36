package io.plateflow.local.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What is seen below a car's bumper: its shadow, axle, silencer and tyres. */
final class Undercarriage {
    private final Graphics2D g;
    private final Daylight daylight;

    Undercarriage(Graphics2D g, Daylight daylight) {
        this.g = g;
        this.daylight = daylight;
    }

    void draw() {
        g.setPaint(
                Shade.down(-34, -4, daylight.onCar(0x0A0A0B), daylight.onCar(0x131314), Tint.clear(Color.BLACK, .25)));
        g.fill(new Rectangle2D.Double(-78, -38, 156, 34));
        g.setPaint(Shade.down(-27, -18, daylight.onCar(0x2B2B2B), daylight.onCar(0x0E0E0E)));
        g.fill(new RoundRectangle2D.Double(-66, -25, 132, 7, 6, 6));
        g.fill(new RoundRectangle2D.Double(-14, -29, 26, 14, 12, 12));
        for (int side = -1; side <= 1; side += 2) {
            double left = side < 0 ? -85 : 64;
            g.setPaint(Shade.across(
                    left, left + 21, daylight.onCar(0x0E0E0F), daylight.onCar(0x2A2B2C), daylight.onCar(0x0A0A0B)));
            g.fill(new RoundRectangle2D.Double(left, -44, 21, 46, 6, 5));
            g.setColor(daylight.onCar(0x070707));
            for (int groove = 1; groove < 4; groove++) {
                g.fill(new Rectangle2D.Double(left + groove * 5.2, -44, 1, 44));
            }
        }
    }

    /** The contact shadow; blurred by the caller before the car is drawn over it. */
    static void shadow(Graphics2D g, double strength) {
        for (int ring = 0; ring < 12; ring++) {
            g.setColor(Tint.clear(Color.BLACK, strength * .16));
            g.fill(new Ellipse2D.Double(-124 + ring * 3, -22 + ring * 1.3, 248 - ring * 6, 44 - ring * 2.6));
        }
        g.setColor(Tint.clear(Color.BLACK, Math.min(.9, strength * 1.4)));
        g.fill(new Ellipse2D.Double(-90, -13, 180, 18));
    }
}
