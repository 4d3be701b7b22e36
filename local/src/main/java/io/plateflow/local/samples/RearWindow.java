package io.plateflow.local.samples;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Glass with the sky on it and the seats behind. */
final class RearWindow {
    private final Graphics2D g;
    private final Daylight daylight;

    RearWindow(Graphics2D g, Daylight daylight) {
        this.g = g;
        this.daylight = daylight;
    }

    void draw(Path2D half) {
        Shape glass = Body.whole(half);
        Rectangle2D box = glass.getBounds2D();
        g.setPaint(Shade.down(
                box.getMinY(),
                box.getMaxY(),
                daylight.onCar(Tint.mix(daylight.skyTop, Tint.rgb(0x232426), .35)),
                daylight.onCar(0x2B3036),
                daylight.onCar(0x16181B)));
        g.fill(glass);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(glass);
        inside.setColor(Tint.clear(daylight.onCar(0x0B0C0D), .8));
        for (int seat = -1; seat <= 1; seat += 2) {
            inside.fill(new RoundRectangle2D.Double(seat * 29 - 11, box.getMaxY() - 21, 22, 14, 8, 8));
            inside.fill(new Rectangle2D.Double(seat * 29 - 24, box.getMaxY() - 10, 48, 12));
        }
        Path2D streak = new Path2D.Double();
        streak.moveTo(-44, box.getMinY());
        streak.lineTo(-8, box.getMinY());
        streak.lineTo(-36, box.getMaxY());
        streak.lineTo(-72, box.getMaxY());
        inside.setColor(Tint.clear(daylight.skyLow, .16));
        inside.fill(streak);
        inside.setColor(Tint.clear(daylight.onCar(0x8B5A3A), .2));
        inside.setStroke(new BasicStroke(.25f));
        for (double y = box.getMinY() + 5; y < box.getMaxY() - 2; y += 3.4) {
            inside.draw(new Line2D.Double(-60, y, 60, y));
        }
        inside.dispose();
        Shade.edge(g, glass, 1, Tint.clear(daylight.onCar(0x0C0D0E), .85));
        g.setColor(daylight.lampsLit ? Tint.rgb(0xC22A22) : daylight.onCar(0x6E1B18));
        g.fill(new RoundRectangle2D.Double(-13, box.getMinY() + 1, 26, 2.2, 2, 2));
    }
}
