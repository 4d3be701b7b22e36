package io.plateflow.stats.live;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the rows have each partition. */
@Component
class Reached {
    private final JdbcClient jdbc;

    Reached(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<TopicPartition, Long> ask() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        jdbc.sql("SELECT topic, part, next FROM consumer_offset")
                .query((row, n) -> reached.put(
                        new TopicPartition(row.getString("topic"), row.getInt("part")), row.getLong("next")))
                .list();
        return reached;
    }
}
