package io.plateflow.domain.oracle;

import io.plateflow.domain.plate.Plate;
import io.plateflow.domain.stay.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is put together as one stay; everything else about it is worked out anew each time somebody asks. */
final class Box {
    final List<Sighting> seen = new ArrayList<>();
    /** Under which plates it is looked for, and since which step. */
    final Map<Plate, Integer> names = new HashMap<>();

    boolean loneExit;
    boolean joined;
    boolean ambiguous;

    @Nullable
    Sighting misreadExit;

    @Nullable
    Sighting nextEntry;

    Box(Sighting first) {
        seen.add(first);
    }

    Sighting first() {
        return seen.get(0);
    }
}
