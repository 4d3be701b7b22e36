package io.plateflow.stats.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** What happened and is not in the rows yet. */
@Component
class Waiting {
    private static final int MOST = 10_000;

    private final List<Happened> waiting = new ArrayList<>();

    /** Whether there was room. */
    boolean add(Happened event) {
        return waiting.size() < MOST && waiting.add(event);
    }

    void clear() {
        waiting.clear();
    }

    /** Takes out, in their order, those that the rows have passed. */
    List<Happened> takeWritten(Map<TopicPartition, Long> reached) {
        List<Happened> written = new ArrayList<>();
        for (Iterator<Happened> all = waiting.iterator(); all.hasNext(); ) {
            Happened event = all.next();
            if (reached.getOrDefault(event.partition(), 0L) >= event.next()) {
                written.add(event);
                all.remove();
            }
        }
        return written;
    }

    /** Offset of the first that waits in {@code partition}. */
    OptionalLong first(TopicPartition partition) {
        return waiting.stream()
                .filter(h -> h.partition().equals(partition))
                .mapToLong(h -> h.next() - 1)
                .findFirst();
    }
}
