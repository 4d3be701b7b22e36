package io.plateflow.local.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** A tail light: red, with the lenses of indicator and reverse light, lit from dusk on. */
final class TailLamp {
    private final Graphics2D g;
    private final Daylight daylight;

    TailLamp(Graphics2D g, Daylight daylight) {
        this.g = g;
        this.daylight = daylight;
    }

    void draw(Shape lamp) {
        Rectangle2D box = lamp.getBounds2D();
        boolean lit = daylight.lampsLit;
        Color red = lit ? Tint.rgb(0xE8392C) : daylight.onCar(0xB4211C);
        g.setPaint(
                Shade.down(box.getMinY(), box.getMaxY(), Tint.mix(red, Color.WHITE, .14), red, Tint.times(red, .55)));
        g.fill(lamp);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(lamp);
        double third = box.getHeight() / 3;
        inside.setColor(Tint.clear(daylight.onCar(0xE9D8D0), .5));
        inside.fill(new RoundRectangle2D.Double(
                box.getMinX() + 2, box.getMaxY() - third, box.getWidth() - 4, third * .6, 4, 4));
        inside.setColor(Tint.clear(daylight.onCar(0xD9772B), .38));
        inside.fill(new RoundRectangle2D.Double(
                box.getMinX() + 2, box.getMaxY() - third * 1.7, box.getWidth() - 4, third * .5, 4, 4));
        if (lit) {
            inside.setColor(Tint.clear(Tint.rgb(0xFFB59A), .7));
            inside.fill(new RoundRectangle2D.Double(
                    box.getCenterX() - 5, box.getMinY() + third * .4, 10, third * .6, 5, 5));
        }
        inside.setColor(Tint.clear(Color.WHITE, .14));
        inside.fill(new Rectangle2D.Double(box.getMinX(), box.getMinY(), box.getWidth(), third * .4));
        inside.dispose();
        Shade.edge(g, lamp, .6, Tint.clear(daylight.onCar(0x1A0B0B), .6));
    }
}
