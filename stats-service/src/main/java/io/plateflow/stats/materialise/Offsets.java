package io.plateflow.stats.materialise;

import static io.plateflow.stats.storage.Columns.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far MySQL has each partition, and how far this instance believes it has. */
@Component
class Offsets {
    private final JdbcClient jdbc;
    private final Map<TopicPartition, Long> known = new ConcurrentHashMap<>();

    Offsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks MySQL where {@code partition} goes on, and believes it. */
    long load(TopicPartition partition) {
        jdbc.sql("""
                INSERT IGNORE INTO consumer_offset (topic, part, next, updated_at)
                VALUES (:topic, :part, 0, :now)
                """)
                .param("topic", partition.topic())
                .param("part", partition.partition())
                .param("now", utc(Instant.now()))
                .update();
        long next = jdbc.sql("SELECT next FROM consumer_offset WHERE topic = :topic AND part = :part")
                .param("topic", partition.topic())
                .param("part", partition.partition())
                .query(Long.class)
                .single();
        known.put(partition, next);
        return next;
    }

    /** Believes nothing of partitions that went to others, so that nothing is written to them unasked. */
    void forget(Collection<TopicPartition> partitions) {
        known.keySet().removeAll(partitions);
    }

    /**
     * Moves to {@code next} in the transaction that is open, and keeps the row locked until it ends.
     *
     * @return false when MySQL holds another value than this instance believes: it is stale
     */
    boolean advance(TopicPartition partition, long next) {
        Long believed = known.get(partition);
        return believed != null
                && jdbc.sql("""
                        UPDATE consumer_offset SET next = :next, updated_at = :now
                        WHERE topic = :topic AND part = :part AND next = :believed
                        """)
                                .param("next", next)
                                .param("now", utc(Instant.now()))
                                .param("topic", partition.topic())
                                .param("part", partition.partition())
                                .param("believed", believed)
                                .update()
                        == 1;
    }

    /** Believes {@code next}, once the transaction that moved to it is committed. */
    void advanced(TopicPartition partition, long next) {
        known.put(partition, next);
    }

    boolean isBehind(TopicPartition partition, long position) {
        Long believed = known.get(partition);
        return believed != null && believed < position;
    }

    /** Those of {@code records} that are not in the rows yet: a batch handed in again may be there in part. */
    List<ConsumerRecord<String, byte[]>> unseen(
            TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        Long believed = known.get(partition);
        return believed == null
                ? records
                : records.stream().filter(r -> r.offset() >= believed).toList();
    }
}
