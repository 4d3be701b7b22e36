package io.plateflow.domain.place;

import java.util.List;
import java.util.stream.IntStream;

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
            for (Edge edge : edges(ring)) {
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
        for (Edge edge : edges(ring)) {
            sum += StrictMath.toRadians(edge.to().longitude() - edge.from().longitude())
                    * (2
                            + StrictMath.sin(StrictMath.toRadians(edge.from().latitude()))
                            + StrictMath.sin(StrictMath.toRadians(edge.to().latitude())));
        }
        return Math.abs(sum * Coordinates.EARTH_RADIUS_METERS * Coordinates.EARTH_RADIUS_METERS / 2);
    }

    static double metersTo(List<Coordinates> ring, Coordinates place) {
        return edges(ring).stream()
                .mapToDouble(edge -> edge.metersTo(place))
                .min()
                .orElseThrow();
    }

    private static void check(List<Coordinates> ring, String name) {
        require(ring.size() >= FEWEST, name + " needs at least 4 points, the last equal to the first");
        require(
                ring.get(0).equals(ring.get(ring.size() - 1)),
                name + " is not closed: its last point must be its first");
        List<Edge> edges = edges(ring);
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            require(!edge.from().equals(edge.to()), name + " has the same point twice in a row");
            require(
                    Math.abs(edge.to().longitude() - edge.from().longitude()) <= 180,
                    name + " crosses the 180th meridian: split it there");
            require(!edge.turnsBackOn(edges.get((i + 1) % edges.size())), name + " turns back on itself");
        }
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 2; j < edges.size(); j++) {
                boolean neighbours = i == 0 && j == edges.size() - 1;
                require(neighbours || !edges.get(i).meets(edges.get(j)), name + " crosses or touches itself");
            }
        }
    }

    private static boolean cross(List<Coordinates> one, List<Coordinates> other) {
        List<Edge> others = edges(other);
        return edges(one).stream().anyMatch(edge -> others.stream().anyMatch(edge::crosses));
    }

    private static List<Edge> edges(List<Coordinates> ring) {
        return IntStream.range(1, ring.size())
                .mapToObj(i -> new Edge(ring.get(i - 1), ring.get(i)))
                .toList();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
