package io.plateflow.stats.live;

import io.plateflow.contracts.Capture;
import io.plateflow.contracts.Topics;
import io.plateflow.stats.storage.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures that came in, from their rows; one that a reading told of first is told with its end. */
@Component
class NewCaptures {
    private final JdbcClient jdbc;

    NewCaptures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those from {@code told} up to {@code reached}, {@code most} of each partition at most. */
    List<Happened> ask(OffsetVector told, Map<TopicPartition, Long> reached, int most) {
        List<Happened> captures = new ArrayList<>();
        for (TopicPartition partition : OffsetVector.CAPTURES) {
            long to = reached.getOrDefault(partition, 0L);
            if (told.at(partition) < to) {
                captures.addAll(jdbc.sql("""
                        SELECT id, position FROM capture
                        WHERE priority = :priority AND part = :part AND position >= :from AND position < :to
                        ORDER BY position LIMIT :most
                        """)
                        .param("priority", priority(partition).name())
                        .param("part", partition.partition())
                        .param("from", told.at(partition))
                        .param("to", to)
                        .param("most", most)
                        .query((row, n) ->
                                new Happened(partition, row.getLong("position") + 1, "capture", Columns.id(row, "id")))
                        .list());
            }
        }
        return captures;
    }

    private static Capture.Priority priority(TopicPartition partition) {
        return partition.topic().equals(Topics.CAPTURES_BULK.name()) ? Capture.Priority.BULK : Capture.Priority.LIVE;
    }
}
