package io.plateflow.local.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws the rear of a car with its plate; 1 unit = 1 cm, origin on the ground under the car's middle. */
final class Car {
    private static final Color PLASTIC = Tint.rgb(0x232426);
    private static final double MILLIMETRE = .1;

    private final Graphics2D g;
    private final Body body;
    private final Color paint;
    private final String plate;
    private final Daylight daylight;

    Car(Graphics2D g, Vehicle vehicle, Daylight daylight) {
        this.g = g;
        this.body = vehicle.body();
        this.paint = vehicle.paint();
        this.plate = vehicle.plate();
        this.daylight = daylight;
    }

    void draw() {
        wheels();
        shell();
        window();
        lid();
        bumper();
        lamp(body.lamp());
        lamp(Body.mirrored(body.lamp()));
        mount();
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

    private void wheels() {
        g.setPaint(down(-34, -4, daylight.onCar(0x0A0A0B), daylight.onCar(0x131314), Tint.clear(Color.BLACK, .25)));
        g.fill(new Rectangle2D.Double(-78, -38, 156, 34));
        g.setPaint(down(-27, -18, daylight.onCar(0x2B2B2B), daylight.onCar(0x0E0E0E)));
        g.fill(new RoundRectangle2D.Double(-66, -25, 132, 7, 6, 6));
        g.fill(new RoundRectangle2D.Double(-14, -29, 26, 14, 12, 12));
        for (int side = -1; side <= 1; side += 2) {
            double left = side < 0 ? -85 : 64;
            g.setPaint(across(
                    left, left + 21, daylight.onCar(0x0E0E0F), daylight.onCar(0x2A2B2C), daylight.onCar(0x0A0A0B)));
            g.fill(new RoundRectangle2D.Double(left, -44, 21, 46, 6, 5));
            g.setColor(daylight.onCar(0x070707));
            for (int groove = 1; groove < 4; groove++) {
                g.fill(new Rectangle2D.Double(left + groove * 5.2, -44, 1, 44));
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            g.setColor(daylight.onCar(Tint.times(paint, .7)));
            g.fill(new RoundRectangle2D.Double(side * 95 - 9, -112, 18, 11, 7, 7));
        }
    }

    private void shell() {
        Shape shell = Body.whole(body.shell());
        g.setPaint(down(
                -150,
                -22,
                daylight.onCar(Tint.mix(paint, Color.WHITE, .22)),
                daylight.onCar(Tint.mix(paint, Color.WHITE, .08)),
                daylight.onCar(paint),
                daylight.onCar(Tint.times(paint, .62))));
        g.fill(shell);
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(shell);
        Color none = Tint.clear(Color.BLACK, 0);
        inside.setPaint(across(
                -92, 92, Tint.clear(Color.BLACK, .42), none, none, none, none, none, Tint.clear(Color.BLACK, .42)));
        inside.fill(new Rectangle2D.Double(-100, -160, 200, 150));
        Color gleam = Tint.clear(Tint.mix(daylight.skyLow, Color.WHITE, .4), daylight == Daylight.NIGHT ? .12 : .34);
        inside.setPaint(down(-112, -74, Tint.clear(gleam, 0), gleam, Tint.clear(gleam, 0)));
        inside.fill(new Rectangle2D.Double(-100, -112, 200, 38));
        inside.setPaint(
                down(-80, -58, Tint.clear(Color.BLACK, 0), Tint.clear(Color.BLACK, .13), Tint.clear(Color.BLACK, .02)));
        inside.fill(new Rectangle2D.Double(-100, -80, 200, 22));
        inside.dispose();
        edge(shell, .6, Tint.clear(Color.BLACK, .22));
    }

    private void window() {
        Shape glass = Body.whole(body.glass());
        Rectangle2D box = glass.getBounds2D();
        g.setPaint(down(
                box.getMinY(),
                box.getMaxY(),
                daylight.onCar(Tint.mix(daylight.skyTop, PLASTIC, .35)),
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
        edge(glass, 1, Tint.clear(daylight.onCar(0x0C0D0E), .85));
        g.setColor(daylight.lampsLit ? Tint.rgb(0xC22A22) : daylight.onCar(0x6E1B18));
        g.fill(new RoundRectangle2D.Double(-13, box.getMinY() + 1, 26, 2.2, 2, 2));
    }

    private void lid() {
        for (Shape half : new Shape[] {body.lid(), Body.mirrored(body.lid())}) {
            edge(half, 1.3, Tint.clear(Color.BLACK, .14));
            edge(half, .55, Tint.clear(Color.BLACK, .5));
        }
        double badge = body.lidMount() ? body.plate() - 14.5 : body.plate() - 42;
        g.setColor(daylight.onCar(0x55585C));
        g.fill(new Ellipse2D.Double(-4.6, badge - 4.1, 9.2, 7.6));
        g.setColor(daylight.onCar(0xD4D7DA));
        g.setStroke(new BasicStroke(.9f));
        g.draw(new Ellipse2D.Double(-4.4, badge - 4, 8.8, 7.2));
        g.draw(new Line2D.Double(-2, badge + 1.4, 2, badge - 2));
    }

    private void bumper() {
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(Body.whole(body.shell()));
        double top = body.bumper();
        inside.setPaint(down(
                top,
                -20,
                daylight.onCar(Tint.mix(paint, Color.WHITE, .2)),
                daylight.onCar(Tint.times(paint, .92)),
                daylight.onCar(Tint.times(paint, .5))));
        inside.fill(new RoundRectangle2D.Double(-93, top, 186, 60, 14, 14));
        inside.setColor(Tint.clear(Color.BLACK, .5));
        inside.fill(new Rectangle2D.Double(-93, top - .6, 186, .9));
        inside.setPaint(down(-38, -22, daylight.onCar(0x2C2D2F), daylight.onCar(0x121213)));
        inside.fill(new RoundRectangle2D.Double(-74, -37, 148, 24, 16, 16));
        inside.dispose();
        for (int side = -1; side <= 1; side += 2) {
            g.setPaint(down(-44, -40, daylight.onCar(0xB0241E), daylight.onCar(0x701512)));
            g.fill(new RoundRectangle2D.Double(side * 69 - 9, -43.5, 18, 3.6, 3, 3));
        }
        g.setColor(daylight.onCar(0x9A9DA0));
        g.fill(new Ellipse2D.Double(45, -29, 10, 6.5));
        g.setColor(daylight.onCar(0x0A0A0A));
        g.fill(new Ellipse2D.Double(46.2, -28, 7.6, 4.8));
    }

    private void lamp(Shape lamp) {
        Rectangle2D box = lamp.getBounds2D();
        boolean lit = daylight.lampsLit;
        Color red = lit ? Tint.rgb(0xE8392C) : daylight.onCar(0xB4211C);
        g.setPaint(down(box.getMinY(), box.getMaxY(), Tint.mix(red, Color.WHITE, .14), red, Tint.times(red, .55)));
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
        edge(lamp, .6, Tint.clear(daylight.onCar(0x1A0B0B), .6));
    }

    private void mount() {
        double width = 48;
        g.setPaint(
                down(body.plate() - 10, body.plate() + 9, Tint.clear(Color.BLACK, .55), Tint.clear(Color.BLACK, .22)));
        g.fill(new RoundRectangle2D.Double(-width / 2, body.plate() - 9.6, width, 18.4, 6, 6));
        g.setColor(daylight.onCar(Tint.mix(paint, PLASTIC, .75)));
        g.fill(new RoundRectangle2D.Double(-width / 2, body.plate() - 10.6, width, 2.2, 2, 2));
        g.setColor(Tint.clear(Color.BLACK, .4));
        g.fill(new RoundRectangle2D.Double(-20.5, body.plate() - 5.6, 41, 13.6, 2, 2));
        Graphics2D millimetres = (Graphics2D) g.create();
        millimetres.translate(0, body.plate());
        millimetres.scale(MILLIMETRE, MILLIMETRE);
        PlateDrawing.draw(millimetres, plate);
        millimetres.dispose();
    }

    private void edge(Shape shape, double width, Color color) {
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(color);
        g.draw(shape);
    }

    private static Paint down(double top, double bottom, Color... colors) {
        return new LinearGradientPaint(0, (float) top, 0, (float) bottom, evenly(colors.length), colors);
    }

    private static Paint across(double left, double right, Color... colors) {
        return new LinearGradientPaint((float) left, 0, (float) right, 0, evenly(colors.length), colors);
    }

    private static float[] evenly(int count) {
        float[] stops = new float[count];
        for (int i = 0; i < count; i++) {
            stops[i] = i / (float) (count - 1);
        }
        return stops;
    }
}
