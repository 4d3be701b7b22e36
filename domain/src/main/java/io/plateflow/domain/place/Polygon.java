package io.plateflow.domain.place;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * A polygon as GeoJSON has it (RFC 7946 section 3.1.6): edges are straight lines of longitude and latitude.
 *
 * @param rings the outer border, then the holes; the first point of each is repeated as its last
 */
public record Polygon(List<List<Coordinates>> rings) implements Shape {

    /** @throws IllegalArgumentException when the rings are not a polygon; the message says why */
    public Polygon {
        rings = rings.stream().map(List::copyOf).toList();
        Rings.check(rings);
    }

    @Override
    public boolean contains(Coordinates place) {
        return Rings.contain(rings, place);
    }

    @Override
    public double areaSquareMeters() {
        double area = Rings.areaSquareMeters(rings.get(0));
        for (List<Coordinates> hole : rings.subList(1, rings.size())) {
            area -= Rings.areaSquareMeters(hole);
        }
        return area;
    }

    @Override
    public double metersToBorder(Coordinates place) {
        return rings.stream()
                .mapToDouble(ring -> Rings.metersTo(ring, place))
                .min()
                .orElseThrow();
    }

    @Override
    public Box box() {
        DoubleSummaryStatistics longitudes =
                rings.get(0).stream().mapToDouble(Coordinates::longitude).summaryStatistics();
        DoubleSummaryStatistics latitudes =
                rings.get(0).stream().mapToDouble(Coordinates::latitude).summaryStatistics();
        return new Box(longitudes.getMin(), latitudes.getMin(), longitudes.getMax(), latitudes.getMax());
    }
}
