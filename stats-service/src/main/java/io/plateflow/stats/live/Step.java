package io.plateflow.stats.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One thing to tell of, and how far viewers know everything once they were told of it.
 *
 * @param after a viewer that goes on from there misses nothing and hears nothing twice
 */
record Step(Happened happened, OffsetVector after) {
    private record Thing(String kind, UUID id) {}

    /**
     * Of several happenings to one thing the last is enough: who was told the earlier ones only is told it too.
     *
     * @param happened in the order of their offsets within each partition
     * @param end how far all of them go
     */
    static List<Step> of(List<Happened> happened, OffsetVector end) {
        List<Step> steps = new ArrayList<>();
        Set<Thing> things = new HashSet<>();
        OffsetVector after = end;
        for (int i = happened.size() - 1; i >= 0; i--) {
            Happened one = happened.get(i);
            if (things.add(new Thing(one.kind(), one.id()))) {
                steps.add(new Step(one, after));
                // Before this step its partition is told up to it only.
                after = after.with(one.partition(), one.next() - 1);
            }
        }
        Collections.reverse(steps);
        return steps;
    }
}
