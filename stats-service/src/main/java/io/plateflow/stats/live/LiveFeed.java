package io.plateflow.stats.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Read → wait for the rows → tell the viewers, and those who come back what they missed. It reads without a group and from
 * the end, so each instance sees all and commits nothing; what happened while it was not running is what {@code reset} is
 * for. One thread does all of it.
 */
@Component
class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final long SUMMARY_NANOS = Duration.ofSeconds(1).toNanos();
    /** More at once than a viewer may be behind is told by loading everything again. */
    private static final int MOST_AT_ONCE = Viewer.MOST_BEHIND - 1;

    private final ConsumerFactory<String, byte[]> consumers;
    private final Reached reached;
    private final NewCaptures captures;
    private final Waiting waiting;
    private final Recent recent;
    private final Answers answers;
    private final Viewers viewers;
    /** In the rows, and not told because the database did not answer. */
    private final List<Happened> unsaid = new ArrayList<>();

    private OffsetVector told = OffsetVector.of(Map.of());
    private volatile boolean running;
    private boolean summaryDue;
    private long summaryAt = System.nanoTime() - SUMMARY_NANOS;

    LiveFeed(
            ConsumerFactory<String, byte[]> consumers,
            Reached reached,
            NewCaptures captures,
            Waiting waiting,
            Recent recent,
            Answers answers,
            Viewers viewers) {
        this.consumers = consumers;
        this.reached = reached;
        this.captures = captures;
        this.waiting = waiting;
        this.recent = recent;
        this.answers = answers;
        this.viewers = viewers;
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

    /** Trouble that the clients do not mend themselves ends its turn; the next one begins at the end again. */
    private void followWhileRunning() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "live", null)) {
                consumer.assign(OffsetVector.EVENTS);
                consumer.seekToEnd(OffsetVector.EVENTS);
                begin(consumer);
                while (running) {
                    tick(consumer);
                }
            } catch (KafkaException | DataAccessException e) {
                LOG.error("the live feed begins again", e);
            }
        }
    }

    private void begin(Consumer<String, byte[]> consumer) {
        waiting.clear();
        unsaid.clear();
        told = end(consumer, reached.ask());
        recent.begin(told);
        viewers.tell(LiveEvent.reset(told));
    }

    private void tick(Consumer<String, byte[]> consumer) {
        boolean room = true;
        for (ConsumerRecord<String, byte[]> event : consumer.poll(TICK)) {
            Happened happened = Happened.in(event);
            room &= happened == null || waiting.add(happened);
        }
        try {
            Map<TopicPartition, Long> inRows = reached.ask();
            unsaid.addAll(waiting.takeWritten(inRows));
            List<Happened> happened = new ArrayList<>(captures.ask(told, inRows, MOST_AT_ONCE));
            happened.addAll(unsaid);
            if (room && happened.size() < MOST_AT_ONCE) {
                tell(happened, end(consumer, inRows));
            } else {
                begin(consumer);
            }
            viewers.welcome(this::welcome);
        } catch (DataAccessException e) {
            LOG.warn("live events wait for the database: {}", e.toString());
        }
    }

    /** Up to where everything is in the rows; what is read and waits is not. */
    private OffsetVector end(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> inRows) {
        Map<TopicPartition, Long> end = new HashMap<>();
        OffsetVector.EVENTS.forEach(p -> end.put(p, waiting.first(p).orElseGet(() -> consumer.position(p))));
        OffsetVector.CAPTURES.forEach(p -> end.put(p, Math.max(told.at(p), inRows.getOrDefault(p, 0L))));
        return OffsetVector.of(end);
    }

    private void tell(List<Happened> happened, OffsetVector end) {
        if (!happened.isEmpty() && !viewers.isEmpty()) {
            answers.to(happened, end).forEach(viewers::tell);
        }
        recent.add(happened, System.nanoTime());
        unsaid.clear();
        told = end;
        summaryDue |= !happened.isEmpty();
        if (summaryDue && System.nanoTime() - summaryAt >= SUMMARY_NANOS) {
            summaryDue = false;
            summaryAt = System.nanoTime();
            if (!viewers.isEmpty()) {
                viewers.tell(answers.summary(told));
            }
        }
    }

    /** Tells a newcomer what it missed; false while another instance told it more than this one knows. */
    private boolean welcome(Newcomer newcomer) {
        if (newcomer.lastSeen() == null) {
            viewers.join(newcomer.viewer(), List.of(LiveEvent.ready(told)));
            return true;
        }
        Optional<OffsetVector> seen = OffsetVector.parse(newcomer.lastSeen());
        if (seen.isPresent() && !told.reaches(seen.get()) && newcomer.mayWait(System.nanoTime())) {
            return false;
        }
        List<LiveEvent> missed = seen.filter(told::reaches)
                .flatMap(recent::since)
                .filter(happened -> happened.size() < MOST_AT_ONCE)
                .map(happened -> answers.to(happened, told))
                .orElseGet(() -> List.of(LiveEvent.reset(told)));
        viewers.join(newcomer.viewer(), missed.isEmpty() ? List.of(LiveEvent.from(told)) : missed);
        return true;
    }
}
