package io.plateflow.stats.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which acts this instance has written of late, so that it need not ask the database about each again. */
final class Recently {
    private static final int REMEMBERED = 20_000;

    private final Set<UUID> ids = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    boolean has(UUID id) {
        return ids.contains(id);
    }

    /** Whether it was not there. */
    boolean add(UUID id) {
        return ids.add(id);
    }

    void remove(UUID id) {
        ids.remove(id);
    }
}
