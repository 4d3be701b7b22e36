package io.plateflow.stats.query;

import static java.util.stream.Collectors.toMap;

import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far MySQL is behind the topics. Each second the topics' ends are noted; once MySQL has passed all the ends of a
 * moment, the rows hold everything that was there at that moment.
 */
@Component
public class Freshness {
    private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
    /** Moments kept: ten minutes; while MySQL is farther behind, no further ones are noted. */
    private static final int MOST_MOMENTS = 600;

    private static final List<Topic> WATCHED = List.of(
            Topics.CAPTURES, Topics.CAPTURES_BULK, Topics.READINGS, Topics.STAYS, Topics.CHARGES, Topics.COMMANDS);
    private static final Map<TopicPartition, OffsetSpec> ENDS = WATCHED.stream()
            .flatMap(t -> IntStream.range(0, t.partitions()).mapToObj(p -> new TopicPartition(t.name(), p)))
            .collect(toMap(p -> p, p -> OffsetSpec.latest()));

    private final Admin admin;
    private final JdbcClient jdbc;
    private final Deque<Moment> moments = new ArrayDeque<>();
    private volatile Instant dataAt = Instant.EPOCH;
    private volatile SortedMap<String, Long> lag = new TreeMap<>();

    Freshness(Admin admin, JdbcClient jdbc) {
        this.admin = admin;
        this.jdbc = jdbc;
    }

    private record Moment(Instant at, Map<TopicPartition, Long> ends) {}

    /** The rows hold everything received up to then; the epoch until that is known. */
    public Instant dataAt() {
        return dataAt;
    }

    /** Records that MySQL has not yet, by topic. */
    public SortedMap<String, Long> lag() {
        return lag;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() throws InterruptedException {
        try {
            Instant now = Instant.now();
            Map<TopicPartition, Long> ends = ends();
            if (moments.size() < MOST_MOMENTS) {
                moments.add(new Moment(now, ends));
            }
            Map<TopicPartition, Long> reached = reached();
            for (Moment oldest = moments.peek(); oldest != null && passed(oldest, reached); oldest = moments.peek()) {
                dataAt = oldest.at();
                moments.remove();
            }
            SortedMap<String, Long> behind = new TreeMap<>();
            ends.forEach((partition, end) ->
                    behind.merge(partition.topic(), Math.max(0, end - reached.getOrDefault(partition, 0L)), Long::sum));
            lag = behind;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the topics' ends cannot be asked for: {}", e.toString());
        }
    }

    private static boolean passed(Moment moment, Map<TopicPartition, Long> reached) {
        return moment.ends().entrySet().stream()
                .allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(ENDS, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(5, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> reached() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        jdbc.sql("SELECT topic, part, next FROM consumer_offset")
                .query((row, n) -> reached.put(
                        new TopicPartition(row.getString("topic"), row.getInt("part")), row.getLong("next")))
                .list();
        return reached;
    }
}
