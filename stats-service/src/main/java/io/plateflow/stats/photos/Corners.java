package io.plateflow.stats.photos;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The four corners of a plate, in pixels of the upright photo. */
final class Corners {
    private Corners() {}

    /** The box around {@code quadrilateral}, wider by {@code margin} of its height; empty unless it has four corners. */
    static Optional<Rectangle> box(JsonNode quadrilateral, double margin) {
        List<JsonNode> corners = quadrilateral.valueStream().toList();
        if (corners.size() != 4) {
            return Optional.empty();
        }
        double left =
                corners.stream().mapToDouble(c -> c.path("x").asDouble()).min().orElseThrow();
        double right =
                corners.stream().mapToDouble(c -> c.path("x").asDouble()).max().orElseThrow();
        double top =
                corners.stream().mapToDouble(c -> c.path("y").asDouble()).min().orElseThrow();
        double bottom =
                corners.stream().mapToDouble(c -> c.path("y").asDouble()).max().orElseThrow();
        double wider = margin * (bottom - top);
        Rectangle box = new Rectangle(
                (int) Math.floor(left - wider),
                (int) Math.floor(top - wider),
                (int) Math.ceil(right - left + 2 * wider),
                (int) Math.ceil(bottom - top + 2 * wider));
        return box.isEmpty() ? Optional.empty() : Optional.of(box);
    }
}
