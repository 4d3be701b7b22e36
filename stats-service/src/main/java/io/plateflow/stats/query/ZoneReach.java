package io.plateflow.stats.query;

import io.plateflow.domain.place.Box;
import java.util.function.Predicate;

/** How far zones reach on the map. */
public interface ZoneReach {
    /** Holds for the ids of zones whose captures can lie in {@code box}. */
    Predicate<String> into(Box box);
}
