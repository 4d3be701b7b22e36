package io.plateflow.local.samples;

import java.awt.Color;

/** Arithmetic on colours. */
final class Tint {
    private Tint() {}

    static Color rgb(int hex) {
        return new Color(hex);
    }

    /** {@code a} at 0, {@code b} at 1. */
    static Color mix(Color a, Color b, double share) {
        double rest = 1 - share;
        return new Color(
                level(a.getRed() * rest + b.getRed() * share),
                level(a.getGreen() * rest + b.getGreen() * share),
                level(a.getBlue() * rest + b.getBlue() * share));
    }

    /** Brighter above 1, darker below. */
    static Color times(Color c, double factor) {
        return new Color(level(c.getRed() * factor), level(c.getGreen() * factor), level(c.getBlue() * factor));
    }

    /** {@code c} with an opacity of 0 to 1. */
    static Color clear(Color c, double opacity) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), level(opacity * 255));
    }

    static int level(double value) {
        int rounded = (int) (value + .5);
        return rounded < 0 ? 0 : Math.min(rounded, 255);
    }
}
