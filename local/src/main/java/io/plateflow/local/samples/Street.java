package io.plateflow.local.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A street between two rows of buildings, seen along its length: sky, houses, trees, kerbs, asphalt. */
final class Street {
    private static final double END = 90;
    private static final int[] FACADES = {0xC9B79C, 0xB9B4AB, 0xA98F77, 0xD8D0C0, 0x9C6B57, 0x8E979D, 0xCFC4A9, 0xB7A58C
    };

    private final Graphics2D g;
    private final View view;
    private final Daylight daylight;
    private final Random random;
    private final double leftKerb;
    private final double rightKerb;

    Street(Graphics2D g, View view, Daylight daylight, Random random) {
        this.g = g;
        this.view = view;
        this.daylight = daylight;
        this.random = random;
        this.leftKerb = -4.6 - random.nextDouble() * 2.5;
        this.rightKerb = 1.35 + random.nextDouble() * .5;
    }

    void draw(double width, double height) {
        sky(width, height);
        buildings(leftKerb - 2.6, -1);
        buildings(rightKerb + 2.8, 1);
        road(height);
        for (double z = 34; z > 8; z -= 6 + random.nextDouble() * 5) {
            tree(leftKerb - .8, z);
            tree(rightKerb + .9, z + 2);
        }
        for (double z = 40; z > 12; z -= 6.5) {
            parked(leftKerb + 1.1, z);
        }
    }

    private void sky(double width, double height) {
        g.setPaint(new GradientPaint(0, 0, daylight.skyTop, 0, (float) view.horizon(), daylight.skyLow));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        if (!daylight.lampsLit) {
            for (int i = 0; i < 7; i++) {
                double x = random.nextDouble() * width;
                double y = random.nextDouble() * view.horizon() * .7;
                glow(x, y, 90 + random.nextDouble() * 160, Color.WHITE, .16);
            }
        }
        g.setColor(Tint.mix(daylight.skyLow, daylight.onStreet(0x8A8F96), .6));
        for (int i = -12; i < 12; i++) {
            g.fill(view.front(i * 5, i * 5 + 5.2, 0, 8 + random.nextDouble() * 14, END));
        }
    }

    private void buildings(double x, int side) {
        double far = END;
        while (far > 5) {
            double near = Math.max(3.2, far - 7 - random.nextDouble() * 6);
            double tall = 7 + random.nextDouble() * 17;
            double lighting = side < 0 ? 1 : .8;
            Color wall = Tint.times(daylight.onStreet(FACADES[random.nextInt(FACADES.length)]), lighting);
            Color haze = Tint.mix(wall, daylight.skyLow, Math.min(.65, far / 130));
            g.setColor(Tint.times(haze, .84));
            g.fill(view.front(Math.min(x, x + side * 8), Math.max(x, x + side * 8), 0, tall, near));
            g.setColor(haze);
            g.fill(view.wall(x, 0, tall, near, far));
            windows(x, near, far, tall, haze);
            g.setColor(Tint.times(haze, .7));
            g.fill(view.wall(x, 0, 2.9, near + .6, far - .6));
            g.setColor(Tint.times(haze, 1.12));
            g.fill(view.wall(x, 3, 3.35, near, far));
            g.fill(view.wall(x, tall - .4, tall, near, far));
            far = near;
        }
    }

    private void windows(double x, double near, double far, double tall, Color wall) {
        Color glass = Tint.mix(Tint.times(wall, .45), daylight.skyTop, .25);
        for (double floor = 3.7; floor + 2.4 < tall; floor += 3) {
            for (double z = near + .9; z + 1.3 < far; z += 2.4) {
                boolean lit = daylight.lampsLit && random.nextDouble() < .3;
                g.setColor(lit ? Tint.mix(wall, Tint.rgb(0xFFD58A), .8) : glass);
                g.fill(view.wall(x, floor, floor + 1.8, z, z + 1.3));
                g.setColor(Tint.times(wall, 1.14));
                g.fill(view.wall(x, floor - .18, floor, z - .15, z + 1.45));
            }
        }
    }

    private void road(double height) {
        Color asphalt = daylight.onStreet(0x6A6B6D);
        g.setPaint(new GradientPaint(
                0,
                (float) view.horizon(),
                Tint.mix(asphalt, daylight.skyLow, .45),
                0,
                (float) height,
                Tint.times(asphalt, .82)));
        g.fill(view.ground(-60, 60, .8, END));
        pavement(leftKerb - 9, leftKerb, leftKerb);
        pavement(rightKerb, rightKerb + 9, rightKerb);
        g.setColor(Tint.clear(daylight.onStreet(0xE6E4DA), .75));
        for (double z = 1; z < END; z += 6) {
            g.fill(view.ground(leftKerb + 2.25, leftKerb + 2.4, z + .4, z + 3));
        }
        for (int i = 0; i < 9; i++) {
            double z = 1.3 + random.nextDouble() * 9;
            double x = leftKerb + random.nextDouble() * (rightKerb - leftKerb);
            g.setColor(Tint.clear(Color.BLACK, .05 + random.nextDouble() * .06));
            g.fill(view.ground(x, x + .3 + random.nextDouble() * 1.6, z, z * 1.3));
        }
        grit(asphalt);
    }

    private void pavement(double left, double right, double kerb) {
        Color slab = daylight.onStreet(0xA5A199);
        g.setColor(slab);
        g.fill(view.ground(left, right, .8, END));
        g.setColor(Tint.times(slab, .86));
        for (double x = left; x < right; x += .6) {
            g.fill(view.ground(x, x + .025, .8, 40));
        }
        for (double z = 1; z < 30; z += .6) {
            g.fill(view.ground(left, right, z, z + .03));
        }
        boolean yellow = random.nextBoolean();
        g.setColor(Tint.times(daylight.onStreet(yellow ? 0xC9A73C : 0xB9B5AC), .8));
        g.fill(view.wall(kerb, 0, .13, .8, END));
        g.setColor(daylight.onStreet(yellow ? 0xD9B648 : 0xC4C0B8));
        g.fill(view.ground(
                Math.min(kerb, kerb + .16 * Math.signum(kerb)),
                Math.max(kerb, kerb + .16 * Math.signum(kerb)),
                .8,
                END));
    }

    private void grit(Color asphalt) {
        for (int i = 0; i < 5200; i++) {
            double z = 1.2 + Math.pow(random.nextDouble(), 2) * 12;
            Point2D p = view.at(leftKerb + random.nextDouble() * (rightKerb - leftKerb), 0, z);
            double size = Math.max(.7, 5 / z);
            g.setColor(Tint.clear(Tint.times(asphalt, random.nextBoolean() ? 1.35 : .6), .35));
            g.fill(new Rectangle2D.Double(p.getX(), p.getY(), size, size * .5));
        }
    }

    private void tree(double x, double z) {
        g.setColor(daylight.onStreet(0x4A3B2E));
        g.fill(view.front(x - .14, x + .14, 0, 3.4, z));
        double unit = view.scaleAt(z);
        for (int i = 0; i < 260; i++) {
            double size = unit * (.16 + random.nextDouble() * .42);
            Point2D at = view.at(x + random.nextGaussian() * .85, 4.7 + random.nextGaussian() * .75, z);
            int leaf = random.nextBoolean() ? 0x4F6B36 : 0x3A5429;
            g.setColor(Tint.clear(Tint.times(daylight.onStreet(leaf), .75 + random.nextDouble() * .5), .8));
            g.fill(new Ellipse2D.Double(at.getX() - size / 2, at.getY() - size / 2, size, size * .8));
        }
        if (daylight.lampsLit) {
            Point2D lamp = view.at(x * .9, 5.2, z);
            glow(lamp.getX(), lamp.getY(), unit * 2.6, Tint.rgb(0xFFC873), .75);
        }
    }

    /** Another car, far enough to be a few patches of colour. */
    private void parked(double x, double z) {
        int[] paints = {0xC9CBCD, 0x3A3D42, 0x8D2A2A, 0x2D4A6E, 0xE6E6E2};
        Color paint = daylight.onStreet(paints[random.nextInt(paints.length)]);
        g.setColor(Tint.clear(Color.BLACK, daylight.shadow));
        g.fill(view.ground(x - 1, x + 1.05, z - .2, z + 4));
        g.setColor(Tint.times(paint, .8));
        g.fill(view.wall(x + .85, .3, .95, z, z + 4));
        g.setColor(Tint.times(paint, .45));
        g.fill(view.wall(x + .75, .95, 1.4, z + .5, z + 3.2));
        g.setColor(paint);
        g.fill(view.front(x - .85, x + .85, .25, 1, z));
        g.setColor(Tint.times(paint, .4));
        g.fill(view.front(x - .68, x + .68, .98, 1.42, z + .4));
        g.setColor(daylight.lampsLit ? Tint.rgb(0xFF4A3A) : daylight.onStreet(0x9A2A22));
        g.fill(view.front(x - .83, x - .55, .7, .88, z));
        g.fill(view.front(x + .55, x + .83, .7, .88, z));
    }

    private void glow(double x, double y, double radius, Color color, double strength) {
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y), (float) radius, new float[] {0, .25f, 1}, new Color[] {
                    Tint.clear(color, strength), Tint.clear(color, strength * .4), Tint.clear(color, 0)
                }));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }
}
