package io.plateflow.domain.place;

import io.plateflow.domain.place.ZoneDraft.RoundDraft;
import io.plateflow.domain.place.ZoneDraft.ShapeDraft;
import io.plateflow.domain.tariff.DraftReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a draft and notes why it is none. */
final class DraftShape {
    private static final int MOST_POINTS = 2000;

    private final DraftReader read;

    DraftShape(DraftReader read) {
        this.read = read;
    }

    @Nullable
    Shape shape(@Nullable ShapeDraft draft) {
        read.required("shape", draft);
        if (draft == null) {
            return null;
        }
        boolean isPolygon = draft.type() != null || draft.coordinates() != null;
        if ((draft.circle() == null) != isPolygon) {
            read.found("shape", "circle_or_polygon", "Write a circle, or a GeoJSON Polygon.");
            return null;
        }
        return draft.circle() != null ? circle(draft.circle()) : polygon(draft);
    }

    private @Nullable Shape circle(RoundDraft draft) {
        Double latitude = degrees("shape.circle.latitude", draft.latitude(), 90);
        Double longitude = degrees("shape.circle.longitude", draft.longitude(), 180);
        Double radius = read.required("shape.circle.radiusMeters", draft.radiusMeters());
        if (radius != null && !(radius > 0 && radius <= Circle.LARGEST_METERS)) {
            read.found("shape.circle.radiusMeters", "radius_range", "Write meters above 0, 1000000 at most.");
            return null;
        }
        return latitude == null || longitude == null || radius == null
                ? null
                : new Circle(new Coordinates(latitude, longitude), radius);
    }

    private @Nullable Shape polygon(ShapeDraft draft) {
        if (!"Polygon".equals(draft.type())) {
            read.found("shape.type", "unknown_word", "Write Polygon.");
        }
        List<@Nullable List<@Nullable List<@Nullable Double>>> drafts =
                read.required("shape.coordinates", draft.coordinates());
        if (drafts == null) {
            return null;
        }
        if (drafts.stream().mapToInt(r -> r == null ? 0 : r.size()).sum() > MOST_POINTS) {
            read.found("shape.coordinates", "too_many", "Write at most " + MOST_POINTS + " points.");
            return null;
        }
        int faults = read.faults().size();
        List<List<Coordinates>> rings = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            rings.add(ring("shape.coordinates[" + i + "]", drafts.get(i)));
        }
        if (read.faults().size() > faults) {
            return null;
        }
        try {
            return new Polygon(rings);
        } catch (IllegalArgumentException e) {
            read.found("shape.coordinates", "no_polygon", "Draw it anew: " + e.getMessage() + ".");
            return null;
        }
    }

    private List<Coordinates> ring(String at, @Nullable List<@Nullable List<@Nullable Double>> draft) {
        List<Coordinates> ring = new ArrayList<>();
        if (draft == null) {
            read.found(at, "missing", "Write a ring of points.");
            return ring;
        }
        for (int i = 0; i < draft.size(); i++) {
            String point = at + "[" + i + "]";
            List<@Nullable Double> numbers = draft.get(i);
            if (numbers == null || numbers.size() < 2) {
                read.found(point, "malformed_point", "Write longitude and latitude, in this order.");
                continue;
            }
            Double longitude = degrees(point + "[0]", numbers.get(0), 180);
            Double latitude = degrees(point + "[1]", numbers.get(1), 90);
            if (latitude != null && longitude != null) {
                ring.add(new Coordinates(latitude, longitude));
            }
        }
        return ring;
    }

    private @Nullable Double degrees(String field, @Nullable Double degrees, int most) {
        read.required(field, degrees);
        if (degrees == null || (degrees >= -most && degrees <= most)) {
            return degrees;
        }
        read.found(field, "degrees_range", "Write degrees from -" + most + " to " + most + ".");
        return null;
    }
}
