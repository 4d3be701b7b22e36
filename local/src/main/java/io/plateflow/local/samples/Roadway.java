package io.plateflow.local.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Asphalt with its lane marks, patches and grit, between two kerbs and their pavements. */
final class Roadway {
    private final Graphics2D g;
    private final View view;
    private final Daylight daylight;
    private final Random random;

    Roadway(Graphics2D g, View view, Daylight daylight, Random random) {
        this.g = g;
        this.view = view;
        this.daylight = daylight;
        this.random = random;
    }

    void draw(double leftKerb, double rightKerb, double height) {
        Color asphalt = daylight.onStreet(0x6A6B6D);
        g.setPaint(new GradientPaint(
                0,
                (float) view.horizon(),
                Tint.mix(asphalt, daylight.skyLow, .45),
                0,
                (float) height,
                Tint.times(asphalt, .82)));
        g.fill(view.ground(-60, 60, .8, Street.END));
        pavement(leftKerb - 9, leftKerb, leftKerb);
        pavement(rightKerb, rightKerb + 9, rightKerb);
        g.setColor(Tint.clear(daylight.onStreet(0xE6E4DA), .75));
        for (double z = 1; z < Street.END; z += 6) {
            g.fill(view.ground(leftKerb + 2.25, leftKerb + 2.4, z + .4, z + 3));
        }
        for (int i = 0; i < 9; i++) {
            double z = 1.3 + random.nextDouble() * 9;
            double x = leftKerb + random.nextDouble() * (rightKerb - leftKerb);
            g.setColor(Tint.clear(Color.BLACK, .05 + random.nextDouble() * .06));
            g.fill(view.ground(x, x + .3 + random.nextDouble() * 1.6, z, z * 1.3));
        }
        grit(asphalt, leftKerb, rightKerb);
    }

    private void pavement(double left, double right, double kerb) {
        Color slab = daylight.onStreet(0xA5A199);
        g.setColor(slab);
        g.fill(view.ground(left, right, .8, Street.END));
        g.setColor(Tint.times(slab, .86));
        for (double x = left; x < right; x += .6) {
            g.fill(view.ground(x, x + .025, .8, 40));
        }
        for (double z = 1; z < 30; z += .6) {
            g.fill(view.ground(left, right, z, z + .03));
        }
        boolean yellow = random.nextBoolean();
        g.setColor(Tint.times(daylight.onStreet(yellow ? 0xC9A73C : 0xB9B5AC), .8));
        g.fill(view.wall(kerb, 0, .13, .8, Street.END));
        g.setColor(daylight.onStreet(yellow ? 0xD9B648 : 0xC4C0B8));
        g.fill(view.ground(
                Math.min(kerb, kerb + .16 * Math.signum(kerb)),
                Math.max(kerb, kerb + .16 * Math.signum(kerb)),
                .8,
                Street.END));
    }

    private void grit(Color asphalt, double leftKerb, double rightKerb) {
        for (int i = 0; i < 5200; i++) {
            double z = 1.2 + Math.pow(random.nextDouble(), 2) * 12;
            Point2D p = view.at(leftKerb + random.nextDouble() * (rightKerb - leftKerb), 0, z);
            double size = Math.max(.7, 5 / z);
            g.setColor(Tint.clear(Tint.times(asphalt, random.nextBoolean() ? 1.35 : .6), .35));
            g.fill(new Rectangle2D.Double(p.getX(), p.getY(), size, size * .5));
        }
    }
}
