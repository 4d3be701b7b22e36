package io.plateflow.local.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Random;

/** A row of houses along a street, with shops below and windows above. */
final class Houses {
    private static final int[] FACADES = {0xC9B79C, 0xB9B4AB, 0xA98F77, 0xD8D0C0, 0x9C6B57, 0x8E979D, 0xCFC4A9, 0xB7A58C
    };

    private final Graphics2D g;
    private final View view;
    private final Daylight daylight;
    private final Random random;

    Houses(Graphics2D g, View view, Daylight daylight, Random random) {
        this.g = g;
        this.view = view;
        this.daylight = daylight;
        this.random = random;
    }

    /** The row whose fronts stand {@code x} meters to the right of the camera; {@code side} is the sign of it. */
    void row(double x, int side) {
        double far = Street.END;
        double highest = 3 + random.nextDouble() * 22;
        while (far > 5) {
            double near = Math.max(3.2, far - 7 - random.nextDouble() * 6);
            double tall = 6 + random.nextDouble() * highest;
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
                boolean lit = random.nextDouble() < .3 && daylight.lampsLit;
                g.setColor(lit ? Tint.mix(wall, Tint.rgb(0xFFD58A), .8) : glass);
                g.fill(view.wall(x, floor, floor + 1.8, z, z + 1.3));
                g.setColor(Tint.times(wall, 1.14));
                g.fill(view.wall(x, floor - .18, floor, z - .15, z + 1.45));
            }
        }
    }
}
