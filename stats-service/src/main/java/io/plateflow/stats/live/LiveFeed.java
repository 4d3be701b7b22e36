package io.plateflow.stats.live;

import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Read → wait for the rows → tell the viewers. It reads without a group and from the end, so each instance sees all and
 * commits nothing; what happened while it was not running is what {@code reset} is for.
 */
@Component
class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final long SUMMARY_NANOS = Duration.ofSeconds(1).toNanos();

    private final ConsumerFactory<String, byte[]> consumers;
    private final Waiting waiting;
    private final Answers answers;
    private final Viewers viewers;
    private final Map<TopicPartition, Long> told = new TreeMap<>(LiveFeed::inOrder);
    private volatile String vector = "";
    private volatile boolean running;
    private boolean summaryDue;
    private long summaryAt = System.nanoTime() - SUMMARY_NANOS;

    LiveFeed(ConsumerFactory<String, byte[]> consumers, Waiting waiting, Answers answers, Viewers viewers) {
        this.consumers = consumers;
        this.waiting = waiting;
        this.answers = answers;
        this.viewers = viewers;
    }

    /** How far viewers were told, offset by offset. */
    String vector() {
        return vector;
    }

    @Override
    public void start() {
        running = true;
        Thread thread = new Thread(this::followWhileRunning, "live-feed");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Trouble that the client does not mend itself ends its turn; the next one begins at the end again. */
    private void followWhileRunning() {
        while (running) {
            try {
                follow();
            } catch (KafkaException e) {
                LOG.error("the live feed begins again", e);
                viewers.tell(LiveEvent.reset(vector));
            }
        }
    }

    private void follow() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "live", null)) {
            List<TopicPartition> partitions = Stream.of(Topics.READINGS, Topics.STAYS, Topics.CHARGES)
                    .flatMap(t -> consumer.partitionsFor(t.name()).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(p -> told.put(p, consumer.position(p)));
            vector = offsets();
            while (running) {
                tick(consumer);
            }
        }
    }

    private void tick(Consumer<String, byte[]> consumer) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(TICK)) {
            Happened happened = Happened.in(event);
            if (happened != null && !waiting.add(happened)) {
                viewers.tell(LiveEvent.reset(vector));
            }
        }
        try {
            tell(waiting.takeWritten());
        } catch (DataAccessException e) {
            LOG.warn("live events wait for the database: {}", e.toString());
        }
    }

    private void tell(List<Happened> written) {
        if (!written.isEmpty()) {
            written.forEach(h -> told.merge(h.partition(), h.next(), Math::max));
            vector = offsets();
            if (!viewers.isEmpty()) {
                answers.to(written, vector).forEach(viewers::tell);
            }
            summaryDue = true;
        }
        if (summaryDue && System.nanoTime() - summaryAt >= SUMMARY_NANOS) {
            summaryDue = false;
            summaryAt = System.nanoTime();
            if (!viewers.isEmpty()) {
                viewers.tell(answers.summary(vector));
            }
        }
    }

    private String offsets() {
        return told.values().stream().map(next -> Long.toString(next)).collect(Collectors.joining("."));
    }

    private static int inOrder(TopicPartition a, TopicPartition b) {
        int byTopic = a.topic().compareTo(b.topic());
        return byTopic != 0 ? byTopic : Integer.compare(a.partition(), b.partition());
    }
}
