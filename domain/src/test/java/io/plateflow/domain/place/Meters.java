package io.plateflow.domain.place;

import java.util.ArrayList;
import java.util.List;

/** Places by their meters north and east of a corner in Buenos Aires; good to some millimetres within a kilometre. */
final class Meters {
    private static final Coordinates ORIGIN = new Coordinates(-34.60, -58.38);
    private static final double PER_DEGREE = 111_195.08;

    private Meters() {}

    static Coordinates place(double north, double east) {
        double perDegreeEast = PER_DEGREE * Math.cos(Math.toRadians(ORIGIN.latitude()));
        return new Coordinates(ORIGIN.latitude() + north / PER_DEGREE, ORIGIN.longitude() + east / perDegreeEast);
    }

    static Circle circle(double north, double east, double radius) {
        return new Circle(place(north, east), radius);
    }

    /** The points in words, as in {@code 0 0, 0 100, 100 100, 0 0}; rings are set apart by semicolons. */
    static Polygon polygon(String rings) {
        List<List<Coordinates>> all = new ArrayList<>();
        for (String ring : rings.split(";", -1)) {
            List<Coordinates> points = new ArrayList<>();
            for (String point : ring.split(",", -1)) {
                String[] meters = point.trim().split(" ", -1);
                points.add(place(Double.parseDouble(meters[0]), Double.parseDouble(meters[1])));
            }
            all.add(points);
        }
        return new Polygon(all);
    }
}
