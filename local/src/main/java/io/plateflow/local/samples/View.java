package io.plateflow.local.samples;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * A pinhole camera looking along the street: x meters to the right of it, y meters above the ground, z meters ahead.
 *
 * @param focal length in pixels
 * @param eye height above the ground, m
 * @param centre the vanishing point's column, pixels
 * @param horizon the vanishing point's row, pixels
 */
record View(double focal, double eye, double centre, double horizon) {

    Point2D at(double x, double y, double z) {
        return new Point2D.Double(centre + focal * x / z, horizon - focal * (y - eye) / z);
    }

    /** Pixels per meter at a distance of {@code z} meters. */
    double scaleAt(double z) {
        return focal / z;
    }

    /** A rectangle of ground. */
    Shape ground(double left, double right, double near, double far) {
        return quad(at(left, 0, near), at(right, 0, near), at(right, 0, far), at(left, 0, far));
    }

    /** An upright rectangle along the street, {@code x} meters to its side. */
    Shape wall(double x, double bottom, double top, double near, double far) {
        return quad(at(x, bottom, near), at(x, top, near), at(x, top, far), at(x, bottom, far));
    }

    /** An upright rectangle across the street. */
    Shape front(double left, double right, double bottom, double top, double z) {
        return quad(at(left, bottom, z), at(right, bottom, z), at(right, top, z), at(left, top, z));
    }

    private static Shape quad(Point2D... corners) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(corners[0].getX(), corners[0].getY());
        for (int i = 1; i < corners.length; i++) {
            path.lineTo(corners[i].getX(), corners[i].getY());
        }
        path.closePath();
        return path;
    }
}
