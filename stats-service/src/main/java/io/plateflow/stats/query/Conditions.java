package io.plateflow.stats.query;

import static io.plateflow.stats.storage.Columns.bytes;
import static io.plateflow.stats.storage.Columns.utc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A filter as SQL; every value is a parameter. */
final class Conditions {
    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Conditions() {}

    /** @param zones that the filter's box reaches into; empty when they are many or nobody asked */
    static Conditions of(ListOf list, Filter filter, PlatesLike plates, Optional<List<String>> zones) {
        Conditions conditions = new Conditions();
        zones.filter(List::isEmpty).ifPresent(none -> conditions.all.add("FALSE"));
        zones.filter(some -> !some.isEmpty()).ifPresent(some -> conditions.and("zone IN (:zones)", "zones", some));
        conditions.all.add(list.time() + " IS NOT NULL");
        if (filter.plate() != null) {
            conditions.plate(filter.plate(), plates);
        }
        if (filter.from() != null) {
            conditions.and(list.time() + " >= :from", "from", utc(filter.from()));
        }
        if (filter.to() != null) {
            conditions.and(list.time() + " < :to", "to", utc(filter.to()));
        }
        if (filter.zone() != null) {
            conditions.and("zone = :zone", "zone", filter.zone());
        }
        if (filter.state() != null) {
            conditions.and(list.inState(), "state", filter.state());
        }
        if (list.hasPhotos()) {
            conditions.photos(filter);
        }
        if (list.hasAmount() && filter.minAmount() != null) {
            conditions.and("amount >= :minAmount", "minAmount", filter.minAmount());
        }
        if (list.hasAmount() && filter.maxAmount() != null) {
            conditions.and("amount <= :maxAmount", "maxAmount", filter.maxAmount());
        }
        if (filter.after() != null) {
            conditions.and(
                    "%1$s <= :at AND (%1$s < :at OR id < :id)".formatted(list.time()),
                    "at",
                    utc(filter.after().at()));
            conditions.values.put("id", bytes(filter.after().id()));
        }
        return conditions;
    }

    private void photos(Filter filter) {
        if (filter.box() != null) {
            and("latitude BETWEEN :south AND :north", "south", filter.box().south());
            and("longitude BETWEEN :west AND :east", "west", filter.box().west());
            values.put("north", filter.box().north());
            values.put("east", filter.box().east());
        }
        if (filter.camera() != null) {
            and("camera_id = :camera", "camera", filter.camera());
        }
        if (filter.minConfidence() != null) {
            and("confidence >= :minConfidence", "minConfidence", filter.minConfidence());
        }
        if (filter.maxConfidence() != null) {
            and("confidence < :maxConfidence", "maxConfidence", filter.maxConfidence());
        }
        if (filter.needsReview()) {
            all.add("to_review");
        }
    }

    /** Few plates are looked up one by one; of many the newest rows are soon found by walking back in time. */
    private void plate(PlateMatch match, PlatesLike plates) {
        if (match.kind() == PlateMatch.Kind.EXACT) {
            and("plate = :plate", "plate", match.text());
            return;
        }
        Optional<List<String>> few = match.isPlain() ? Optional.empty() : plates.ask(match);
        if (few.isEmpty()) {
            and("plate LIKE :plate", "plate", match.like());
        } else if (few.get().isEmpty()) {
            all.add("FALSE");
        } else {
            and("plate IN (:plates)", "plates", few.get());
        }
    }

    private void and(String condition, String name, Object value) {
        all.add(condition);
        values.put(name, value);
    }

    /** A parameter of this value; the text that stands for it in SQL. */
    String parameter(String value) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    String sql() {
        return String.join(" AND ", all);
    }

    Map<String, Object> values() {
        return values;
    }
}
