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
    /** Where the street ends, meters ahead. */
    static final double END = 90;

    /** Planes, jacarandas in flower, willows. */
    private static final int[][] LEAVES = {{0x4F6B36, 0x3A5429}, {0x8C7DB5, 0x6C5F9B, 0x5B6B45}, {0x7B8A45, 0x5D6C33}};

    private static final int[] PAINTS = {0xC9CBCD, 0x3A3D42, 0x8D2A2A, 0x2D4A6E, 0xE6E6E2};

    private final Graphics2D g;
    private final View view;
    private final Daylight daylight;
    private final Random random;
    private final int[] leaves;
    private final double leftKerb;
    private final double rightKerb;

    Street(Graphics2D g, View view, Daylight daylight, Random random) {
        this.g = g;
        this.view = view;
        this.daylight = daylight;
        this.random = random;
        this.leaves = LEAVES[random.nextInt(LEAVES.length)];
        this.leftKerb = -3.4 - random.nextDouble() * 5;
        this.rightKerb = 1.35 + random.nextDouble() * 1.6;
    }

    void draw(double width, double height) {
        sky(width, height);
        Houses houses = new Houses(g, view, daylight, random);
        houses.row(leftKerb - 2.6, -1);
        houses.row(rightKerb + 2.8, 1);
        new Roadway(g, view, daylight, random).draw(leftKerb, rightKerb, height);
        double apart = 5 + random.nextDouble() * 9;
        for (double z = 42; z > 7; z -= apart) {
            tree(leftKerb - .9, z + random.nextDouble() * 2);
            tree(rightKerb + 1, z - 1 + random.nextDouble() * 2);
        }
    }

    /** Cars along the left kerb; they come and go. */
    void park(Random comings) {
        for (double z = 40; z > 12; z -= 6.5) {
            if (comings.nextInt(4) > 0) {
                parked(leftKerb + 1.1, z, PAINTS[comings.nextInt(PAINTS.length)]);
            }
        }
    }

    private void sky(double width, double height) {
        g.setPaint(new GradientPaint(0, 0, daylight.skyTop, 0, (float) view.horizon(), daylight.skyLow));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        for (int i = 0; i < 7; i++) {
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * view.horizon() * .7;
            glow(x, y, 90 + random.nextDouble() * 160, Color.WHITE, daylight.lampsLit ? .02 : .16);
        }
        g.setColor(Tint.mix(daylight.skyLow, daylight.onStreet(0x8A8F96), .6));
        for (int i = -12; i < 12; i++) {
            g.fill(view.front(i * 5, i * 5 + 5.2, 0, 8 + random.nextDouble() * 14, END));
        }
    }

    private void tree(double x, double z) {
        g.setColor(daylight.onStreet(0x4A3B2E));
        g.fill(view.front(x - .14, x + .14, 0, 3.4, z));
        double unit = view.scaleAt(z);
        for (int i = 0; i < 260; i++) {
            double size = unit * (.16 + random.nextDouble() * .42);
            double away = Math.sqrt(random.nextDouble());
            double round = random.nextDouble() * 2 * Math.PI;
            Point2D at = view.at(x + Math.cos(round) * away * 1.7, 4.7 + Math.sin(round) * away * 1.4, z);
            int leaf = leaves[random.nextInt(leaves.length)];
            g.setColor(Tint.clear(Tint.times(daylight.onStreet(leaf), .75 + random.nextDouble() * .5), .8));
            g.fill(new Ellipse2D.Double(at.getX() - size / 2, at.getY() - size / 2, size, size * .8));
        }
        if (daylight.lampsLit) {
            Point2D lamp = view.at(x * .9, 5.2, z);
            glow(lamp.getX(), lamp.getY(), unit * 2.6, Tint.rgb(0xFFC873), .75);
        }
    }

    /** Another car, far enough to be a few patches of colour. */
    private void parked(double x, double z, int color) {
        Color paint = daylight.onStreet(color);
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
