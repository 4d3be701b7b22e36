package io.plateflow.local.samples;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * The rear of a car: outlines in centimetres, x from its middle, y downwards from the ground (so heights are negative).
 * Outlines are given for the right half; {@link #whole} mirrors them.
 *
 * @param shell the painted body down to the bumper's lower edge, right half
 * @param glass the rear window, right half
 * @param lamp the right tail light
 * @param lid the right half of the edge of boot lid, hatch or tailgate
 * @param bumper height of the bumper's upper edge
 * @param plate height of the plate's centre
 * @param lidMount whether the plate sits on the lid, rather than on the bumper
 */
record Body(Path2D shell, Path2D glass, Path2D lamp, Path2D lid, double bumper, double plate, boolean lidMount) {

    static Body hatchback() {
        Path2D shell = from(0, -149);
        shell.curveTo(34, -149, 50, -148, 57, -140);
        shell.curveTo(66, -126, 72, -112, 77, -103);
        shell.curveTo(86, -99, 89, -92, 89, -78);
        shell.curveTo(90, -58, 89, -44, 86, -33);
        shell.curveTo(83, -22, 76, -19, 62, -19);
        shell.lineTo(0, -19);
        Path2D glass = from(0, -141);
        glass.curveTo(30, -141, 44, -140, 50, -135);
        glass.curveTo(56, -126, 61, -116, 64, -108);
        glass.curveTo(63, -103, 56, -102, 48, -102);
        glass.lineTo(0, -101);
        Path2D lamp = from(67, -102);
        lamp.curveTo(74, -103, 80, -101, 85, -95);
        lamp.curveTo(88, -89, 88, -78, 87, -71);
        lamp.curveTo(80, -68, 72, -69, 66, -73);
        lamp.curveTo(63, -82, 64, -94, 67, -102);
        lamp.closePath();
        Path2D lid = from(58, -143);
        lid.curveTo(64, -126, 66, -112, 65, -100);
        lid.curveTo(62, -86, 63, -76, 65, -70);
        lid.curveTo(64, -60, 60, -57, 52, -57);
        lid.lineTo(0, -57);
        return new Body(shell, glass, lamp, lid, -57, -76, true);
    }

    static Body sedan() {
        Path2D shell = from(0, -141);
        shell.curveTo(30, -141, 44, -140, 51, -134);
        shell.curveTo(60, -124, 66, -114, 72, -107);
        shell.curveTo(84, -104, 90, -98, 91, -84);
        shell.curveTo(92, -62, 91, -46, 88, -34);
        shell.curveTo(85, -23, 78, -20, 66, -20);
        shell.lineTo(0, -20);
        Path2D glass = from(0, -135);
        glass.curveTo(28, -135, 40, -134, 46, -129);
        glass.curveTo(53, -121, 58, -114, 62, -108);
        glass.curveTo(50, -106, 30, -105, 0, -105);
        Path2D lamp = from(48, -97);
        lamp.curveTo(62, -99, 76, -99, 86, -97);
        lamp.curveTo(90, -92, 90, -84, 89, -77);
        lamp.curveTo(78, -74, 66, -75, 56, -78);
        lamp.curveTo(51, -83, 48, -90, 48, -97);
        lamp.closePath();
        Path2D lid = from(71, -106);
        lid.curveTo(62, -103, 52, -102, 47, -98);
        lid.curveTo(47, -88, 51, -80, 56, -77);
        lid.curveTo(58, -66, 56, -61, 50, -59);
        lid.lineTo(0, -59);
        return new Body(shell, glass, lamp, lid, -60, -79, true);
    }

    static Body pickup() {
        Path2D shell = from(0, -158);
        shell.curveTo(34, -158, 50, -157, 56, -150);
        shell.curveTo(62, -136, 65, -124, 67, -112);
        shell.lineTo(86, -111);
        shell.curveTo(91, -108, 91, -98, 91, -84);
        shell.curveTo(92, -70, 91, -56, 89, -40);
        shell.curveTo(86, -33, 80, -29, 70, -29);
        shell.lineTo(0, -29);
        Path2D glass = from(0, -151);
        glass.curveTo(30, -151, 44, -150, 49, -146);
        glass.curveTo(54, -136, 57, -126, 59, -117);
        glass.curveTo(50, -115, 30, -115, 0, -115);
        Path2D lamp = from(77, -108);
        lamp.lineTo(87, -108);
        lamp.curveTo(91, -100, 91, -84, 90, -70);
        lamp.lineTo(77, -68);
        lamp.closePath();
        Path2D lid = from(74, -111);
        lid.lineTo(74, -66);
        lid.curveTo(72, -62, 66, -62, 60, -62);
        lid.lineTo(0, -62);
        return new Body(shell, glass, lamp, lid, -60, -47, false);
    }

    /** {@code right} and its mirror image as one closed outline. */
    static Shape whole(Path2D right) {
        Path2D both = new Path2D.Double(right);
        both.lineTo(0, both.getCurrentPoint().getY());
        Path2D outline = new Path2D.Double(both);
        outline.append(mirrored(both), false);
        return outline;
    }

    static Shape mirrored(Shape right) {
        return AffineTransform.getScaleInstance(-1, 1).createTransformedShape(right);
    }

    private static Path2D from(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        return path;
    }
}
