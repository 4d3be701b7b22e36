package io.plateflow.local.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
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
        new Undercarriage(g, daylight).draw();
        mirrors();
        shell();
        new RearWindow(g, daylight).draw(body.glass());
        lid();
        bumper();
        new TailLamp(g, daylight).draw(body.lamp());
        new TailLamp(g, daylight).draw(Body.mirrored(body.lamp()));
        mount();
    }

    private void mirrors() {
        for (int side = -1; side <= 1; side += 2) {
            g.setColor(daylight.onCar(Tint.times(paint, .7)));
            g.fill(new RoundRectangle2D.Double(side * 95 - 9, -112, 18, 11, 7, 7));
        }
    }

    private void shell() {
        Shape shell = Body.whole(body.shell());
        g.setPaint(Shade.down(
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
        inside.setPaint(Shade.across(
                -92, 92, Tint.clear(Color.BLACK, .42), none, none, none, none, none, Tint.clear(Color.BLACK, .42)));
        inside.fill(new Rectangle2D.Double(-100, -160, 200, 150));
        Color gleam = Tint.clear(Tint.mix(daylight.skyLow, Color.WHITE, .4), daylight == Daylight.NIGHT ? .12 : .34);
        inside.setPaint(Shade.down(-112, -74, Tint.clear(gleam, 0), gleam, Tint.clear(gleam, 0)));
        inside.fill(new Rectangle2D.Double(-100, -112, 200, 38));
        inside.setPaint(Shade.down(
                -80, -58, Tint.clear(Color.BLACK, 0), Tint.clear(Color.BLACK, .13), Tint.clear(Color.BLACK, .02)));
        inside.fill(new Rectangle2D.Double(-100, -80, 200, 22));
        inside.dispose();
        Shade.edge(g, shell, .6, Tint.clear(Color.BLACK, .22));
    }

    private void lid() {
        for (Shape half : new Shape[] {body.lid(), Body.mirrored(body.lid())}) {
            Shade.edge(g, half, 1.3, Tint.clear(Color.BLACK, .14));
            Shade.edge(g, half, .55, Tint.clear(Color.BLACK, .5));
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
        inside.setPaint(Shade.down(
                top,
                -20,
                daylight.onCar(Tint.mix(paint, Color.WHITE, .2)),
                daylight.onCar(Tint.times(paint, .92)),
                daylight.onCar(Tint.times(paint, .5))));
        inside.fill(new RoundRectangle2D.Double(-93, top, 186, 60, 14, 14));
        inside.setColor(Tint.clear(Color.BLACK, .5));
        inside.fill(new Rectangle2D.Double(-93, top - .6, 186, .9));
        inside.setPaint(Shade.down(-38, -22, daylight.onCar(0x2C2D2F), daylight.onCar(0x121213)));
        inside.fill(new RoundRectangle2D.Double(-74, -37, 148, 24, 16, 16));
        inside.dispose();
        for (int side = -1; side <= 1; side += 2) {
            g.setPaint(Shade.down(-44, -40, daylight.onCar(0xB0241E), daylight.onCar(0x701512)));
            g.fill(new RoundRectangle2D.Double(side * 69 - 9, -43.5, 18, 3.6, 3, 3));
        }
        g.setColor(daylight.onCar(0x9A9DA0));
        g.fill(new Ellipse2D.Double(45, -29, 10, 6.5));
        g.setColor(daylight.onCar(0x0A0A0A));
        g.fill(new Ellipse2D.Double(46.2, -28, 7.6, 4.8));
    }

    private void mount() {
        double width = 48;
        g.setPaint(Shade.down(
                body.plate() - 10, body.plate() + 9, Tint.clear(Color.BLACK, .55), Tint.clear(Color.BLACK, .22)));
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
}
