package io.plateflow.local.samples;

import java.awt.geom.Path2D;

/**
 * The centre lines of A–Z and 0–9 in a box of 1 × 1, x to the right and y down, after the lettering of South American
 * plates: straight sides, bowls as wide as the letter, a foot under 1 and I.
 */
final class Strokes {
    /** How far control points lie towards the corner; 0.5523 is a circle, more is squarer. */
    private static final double SQUARENESS = 0.64;

    private final Path2D.Double path = new Path2D.Double();

    private Strokes() {}

    /** @throws IllegalArgumentException for a character that plates do not carry */
    static Path2D of(char c) {
        return (c <= '9' ? digit(c) : letter(c)).path;
    }

    private static Strokes digit(char c) {
        Strokes s = new Strokes();
        return switch (c) {
            case '0' -> s.oval(.04, .96);
            case '1' -> s.at(.16, .2).to(.54, 0, .54, 1).at(.2, 1).to(.88, 1);
            case '2' ->
                s.at(.02, .26)
                        .bend(.02, 0, .5, 0, .98, 0, .98, .27, .98, .43, .74, .59)
                        .to(.02, 1, 1, 1);
            case '3' ->
                s.at(.02, .22)
                        .bend(.02, 0, .5, 0, .96, 0, .96, .24, .96, .47, .54, .47)
                        .to(.34, .47)
                        .at(.54, .47)
                        .bend(1, .47, 1, .74, 1, 1, .5, 1, 0, 1, 0, .78);
            case '4' -> s.at(.62, -.1).to(.02, .74, 1.1, .74).at(.76, .42).to(.76, 1);
            case '5' ->
                s.at(.94, 0).to(.12, 0, .06, .47).bend(.2, .38, .5, .38, 1, .38, 1, .68, 1, 1, .5, 1, 0, 1, 0, .78);
            case '6' ->
                s.at(.92, .1)
                        .bend(.8, 0, .56, 0, 0, 0, 0, .4)
                        .to(0, .7)
                        .bend(0, 1, .5, 1, 1, 1, 1, .7, 1, .41, .5, .41, 0, .41, 0, .7);
            case '7' -> s.at(0, 0).to(1, 0, .32, 1.1);
            case '8' ->
                s.at(.5, .47)
                        .bend(
                                .05, .47, .05, .235, .05, 0, .5, 0, .95, 0, .95, .235, .95, .47, .5, .47, 1, .47, 1,
                                .735, 1, 1, .5, 1, 0, 1, 0, .735, 0, .47, .5, .47);
            case '9' ->
                s.at(.08, .9)
                        .bend(.2, 1, .44, 1, 1, 1, 1, .6)
                        .to(1, .3)
                        .bend(1, 0, .5, 0, 0, 0, 0, .3, 0, .59, .5, .59, 1, .59, 1, .3);
            default -> throw new IllegalArgumentException("no plate carries '" + c + "'");
        };
    }

    private static Strokes letter(char c) {
        Strokes s = new Strokes();
        return switch (c) {
            case 'A' ->
                s.at(-.03, 1.1).to(.43, 0, .57, 0, 1.03, 1.1).at(.2, .68).to(.8, .68);
            case 'B' ->
                s.at(0, 0)
                        .to(.52, 0)
                        .bend(.94, 0, .94, .235, .94, .47, .52, .47)
                        .to(0, .47)
                        .at(.52, .47)
                        .bend(1, .47, 1, .735, 1, 1, .52, 1)
                        .to(0, 1, 0, 0);
            case 'C' -> s.at(1, .27).bend(1, 0, .5, 0, 0, 0, 0, .28).to(0, .72).bend(0, 1, .5, 1, 1, 1, 1, .73);
            case 'D' ->
                s.at(0, 0)
                        .to(.46, 0)
                        .bend(1, 0, 1, .32)
                        .to(1, .68)
                        .bend(1, 1, .46, 1)
                        .to(0, 1, 0, 0);
            case 'E' -> s.at(1, 0).to(0, 0, 0, 1, 1, 1).at(0, .48).to(.84, .48);
            case 'F' -> s.at(1, 0).to(0, 0, 0, 1).at(0, .48).to(.84, .48);
            case 'G' ->
                s.at(1, .26)
                        .bend(1, 0, .5, 0, 0, 0, 0, .28)
                        .to(0, .72)
                        .bend(0, 1, .5, 1, 1, 1, 1, .74)
                        .to(1, .53, .56, .53);
            case 'H' -> s.at(0, 0).to(0, 1).at(1, 0).to(1, 1).at(0, .48).to(1, .48);
            case 'I' -> s.at(.5, 0).to(.5, 1).at(.16, 0).to(.84, 0).at(.16, 1).to(.84, 1);
            case 'J' -> s.at(.34, 0).to(.94, 0, .94, .7).bend(.94, 1, .47, 1, 0, 1, 0, .74);
            case 'K' ->
                s.at(0, 0).to(0, 1).at(1.06, -.1).to(0, .66).at(.34, .42).to(1.06, 1.1);
            case 'L' -> s.at(0, 0).to(0, 1, 1, 1);
            case 'M' -> s.at(0, 1).to(0, 0, .08, 0, .5, .6, .92, 0, 1, 0, 1, 1);
            case 'N' -> s.at(0, 1).to(0, 0, .06, 0, .94, 1, 1, 1, 1, 0);
            case 'O' -> s.oval(0, 1);
            case 'P' ->
                s.at(0, 1).to(0, 0, .52, 0).bend(1, 0, 1, .27, 1, .54, .52, .54).to(0, .54);
            case 'Q' -> s.oval(0, 1).at(.58, .72).to(1.02, 1.04);
            case 'R' ->
                s.at(0, 1)
                        .to(0, 0, .52, 0)
                        .bend(1, 0, 1, .26, 1, .52, .52, .52)
                        .to(0, .52)
                        .at(.5, .52)
                        .to(1.04, 1.1);
            case 'S' ->
                s.at(.97, .24)
                        .bend(
                                .97, 0, .5, 0, .03, 0, .03, .245, .03, .47, .5, .48, 1, .5, 1, .745, 1, 1, .5, 1, 0, 1,
                                0, .76);
            case 'T' -> s.at(0, 0).to(1, 0).at(.5, 0).to(.5, 1);
            case 'U' -> s.at(0, 0).to(0, .7).bend(0, 1, .5, 1, 1, 1, 1, .7).to(1, 0);
            case 'V' -> s.at(-.03, -.1).to(.43, 1, .57, 1, 1.03, -.1);
            case 'W' -> s.at(-.03, -.1).to(.2, 1, .27, 1, .5, .3, .73, 1, .8, 1, 1.03, -.1);
            case 'X' -> s.at(-.04, -.1).to(1.04, 1.1).at(1.04, -.1).to(-.04, 1.1);
            case 'Y' -> s.at(-.06, -.1).to(.5, .54, 1.06, -.1).at(.5, .54).to(.5, 1);
            case 'Z' -> s.at(0, 0).to(1, 0, 0, 1, 1, 1);
            default -> throw new IllegalArgumentException("no plate carries '" + c + "'");
        };
    }

    private Strokes oval(double left, double right) {
        double middle = (left + right) / 2;
        at(left, .3).bend(left, 0, middle, 0, right, 0, right, .3).to(right, .7);
        return bend(right, 1, middle, 1).bend(left, 1, left, .7).to(left, .3);
    }

    private Strokes at(double x, double y) {
        path.moveTo(x, y);
        return this;
    }

    /** Straight lines on to each pair of {@code x, y}. */
    private Strokes to(double... points) {
        for (int i = 0; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return this;
    }

    /** Quarters of ovals, each {@code cornerX, cornerY, x, y}: on to (x, y), bulging towards the corner. */
    private Strokes bend(double... quarters) {
        for (int i = 0; i < quarters.length; i += 4) {
            quarter(quarters[i], quarters[i + 1], quarters[i + 2], quarters[i + 3]);
        }
        return this;
    }

    private void quarter(double cornerX, double cornerY, double x, double y) {
        double fromX = path.getCurrentPoint().getX();
        double fromY = path.getCurrentPoint().getY();
        path.curveTo(
                fromX + SQUARENESS * (cornerX - fromX),
                fromY + SQUARENESS * (cornerY - fromY),
                x + SQUARENESS * (cornerX - x),
                y + SQUARENESS * (cornerY - y),
                x,
                y);
    }
}
