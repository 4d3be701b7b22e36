package io.plateflow.stats.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened and is not in the rows yet. */
@Component
class Waiting {
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final List<Happened> waiting = new ArrayList<>();

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there was room; without it all is forgotten, and viewers must load everything again. */
    boolean add(Happened event) {
        if (waiting.size() >= MOST) {
            waiting.clear();
            return false;
        }
        waiting.add(event);
        return true;
    }

    /** Takes out, in their order, those that MySQL has passed. */
    List<Happened> takeWritten() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<TopicPartition, Long> reached = new HashMap<>();
        jdbc.sql("SELECT topic, part, next FROM consumer_offset")
                .query((row, n) -> reached.put(
                        new TopicPartition(row.getString("topic"), row.getInt("part")), row.getLong("next")))
                .list();
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
}
