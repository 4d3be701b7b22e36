package io.plateflow.contracts;

import io.plateflow.domain.place.Circle;
import io.plateflow.domain.place.Coordinates;
import io.plateflow.domain.place.Polygon;
import io.plateflow.domain.place.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/**
 * How a shape is written: {@code {"circle":{"latitude","longitude","radiusMeters"}}}, or a polygon as GeoJSON has it (RFC
 * 7946 section 3.1.6), longitude first.
 *
 * @param circle when it is one
 * @param type {@code Polygon} when it is one
 * @param coordinates rings of the polygon
 */
record ShapeJson(
        @Nullable Round circle,
        @Nullable String type,
        @Nullable List<List<List<Double>>> coordinates) {

    /** A circle as it is written. */
    record Round(double latitude, double longitude, double radiusMeters) {}

    @JsonSerialize(converter = Write.class)
    @JsonDeserialize(converter = Read.class)
    interface Written {}

    static final class Write extends StdConverter<Shape, ShapeJson> {
        @Override
        public ShapeJson convert(Shape shape) {
            if (shape instanceof Circle circle) {
                Coordinates at = circle.center();
                return new ShapeJson(new Round(at.latitude(), at.longitude(), circle.radiusMeters()), null, null);
            }
            return new ShapeJson(
                    null,
                    "Polygon",
                    ((Polygon) shape)
                            .rings().stream()
                                    .map(ring -> ring.stream()
                                            .map(p -> List.of(p.longitude(), p.latitude()))
                                            .toList())
                                    .toList());
        }
    }

    static final class Read extends StdConverter<ShapeJson, Shape> {
        /** @throws IllegalArgumentException when it is neither a circle nor a polygon */
        @Override
        public Shape convert(ShapeJson json) {
            Round circle = json.circle();
            if (circle != null) {
                return new Circle(new Coordinates(circle.latitude(), circle.longitude()), circle.radiusMeters());
            }
            if (!"Polygon".equals(json.type()) || json.coordinates() == null) {
                throw new IllegalArgumentException("a shape is a circle or a GeoJSON Polygon");
            }
            return new Polygon(json.coordinates().stream()
                    .map(ring -> ring.stream().map(Read::point).toList())
                    .toList());
        }

        private static Coordinates point(List<Double> longitudeFirst) {
            if (longitudeFirst.size() < 2) {
                throw new IllegalArgumentException("a point is a longitude and a latitude");
            }
            return new Coordinates(longitudeFirst.get(1), longitudeFirst.get(0));
        }
    }
}
