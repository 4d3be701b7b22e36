package io.plateflow.domain.place;

import java.util.List;

/** Closed rings of points: where a place lies, how large they are, whether they make a polygon. */
final class Rings {
    private static final int FEWEST = 4;
    private static final int MOST = 2000;

    private Rings() {}

    static void check(List<List<Coordinates>> rings) {
        require(!rings.isEmpty(), "a polygon needs an outer ring");
        require(rings.stream().mapToInt(List::size).sum() <= MOST, "a polygon has at most 2000 points");
        for (int i = 0; i < rings.size(); i++) {
            check(rings.get(i), i == 0 ? "the outer ring" : "hole " + i);
        }
        for (int i = 1; i < rings.size(); i++) {
            String hole = "hole " + i;
            require(
                    rings.get(i).stream().allMatch(p -> contain(rings.subList(0, 1), p)),
                    hole + " must lie inside the outer ring");
            for (int j = 0; j < i; j++) {
                require(!cross(rings.get(i), rings.get(j)), hole + " must not cross another ring");
            }
        }
    }

    /** Even-odd rule over all rings; a place on an edge is inside. */
    static boolean contain(List<List<Coordinates>> rings, Coordinates place) {
        boolean inside = false;
        for (List<Coordinates> ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                Edge edge = new Edge(ring.get(i - 1), ring.get(i));
                if (edge.touches(place)) {
                    return true;
                }
                inside ^= edge.isCrossedEastOf(place);
            }
        }
        return inside;
    }

    /** On the mean sphere (R. G. Chamberlain and W. H. Duquette, JPL 07-03, 2007). */
    static double areaSquareMeters(List<Coordinates> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            Coordinates a = ring.get(i - 1);
            Coordinates b = ring.get(i);
            sum += StrictMath.toRadians(b.longitude() - a.longitude())
                    * (2
                            + StrictMath.sin(StrictMath.toRadians(a.latitude()))
                            + StrictMath.sin(StrictMath.toRadians(b.latitude())));
        }
        return Math.abs(sum * Coordinates.EARTH_RADIUS_METERS * Coordinates.EARTH_RADIUS_METERS / 2);
    }

    static double metersTo(List<Coordinates> ring, Coordinates place) {
        double closest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < ring.size(); i++) {
            closest = Math.min(closest, new Edge(ring.get(i - 1), ring.get(i)).metersTo(place));
        }
        return closest;
    }

    private static void check(List<Coordinates> ring, String name) {
        require(ring.size() >= FEWEST, name + " needs at least 4 points, the last equal to the first");
        require(
                ring.get(0).equals(ring.get(ring.size() - 1)),
                name + " is not closed: its last point must be its first");
        int edges = ring.size() - 1;
        for (int i = 0; i < edges; i++) {
            Edge edge = edge(ring, i);
            require(!edge.from().equals(edge.to()), name + " has the same point twice in a row");
            require(
                    Math.abs(edge.to().longitude() - edge.from().longitude()) <= 180,
                    name + " crosses the 180th meridian: split it there");
            require(!edge.turnsBackOn(edge(ring, (i + 1) % edges)), name + " turns back on itself");
            for (int j = i + 2; j < edges; j++) {
                boolean neighbours = i == 0 && j == edges - 1;
                require(neighbours || !edge.meets(edge(ring, j)), name + " crosses or touches itself");
            }
        }
    }

    private static boolean cross(List<Coordinates> one, List<Coordinates> other) {
        for (int i = 0; i < one.size() - 1; i++) {
            for (int j = 0; j < other.size() - 1; j++) {
                if (edge(one, i).crosses(edge(other, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Edge edge(List<Coordinates> ring, int i) {
        return new Edge(ring.get(i), ring.get(i + 1));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
