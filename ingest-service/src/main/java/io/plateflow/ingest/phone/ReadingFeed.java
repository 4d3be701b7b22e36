package io.plateflow.ingest.phone;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Follows all readings into {@link RecentReadings}, on every replica, in no group and committing nothing; starts as far back
 * as results are kept.
 *
 * <p>One daemon thread; photos are taken whether it runs or not. A record that cannot be read is passed over and logged.
 */
final class ReadingFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final List<TopicPartition> READINGS = IntStream.range(0, Topics.READINGS.partitions())
            .mapToObj(n -> new TopicPartition(Topics.READINGS.name(), n))
            .toList();

    private final Consumer<String, byte[]> consumer;
    private final RecentReadings readings;
    private final Duration back;
    private final Clock clock;
    private final Thread thread = new Thread(this::follow, "reading-feed");
    private volatile boolean failed;

    ReadingFeed(Consumer<String, byte[]> consumer, RecentReadings readings, Duration back, Clock clock) {
        this.consumer = consumer;
        this.readings = readings;
        this.back = back;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Once the keys are known: only readings of those that may ask are kept. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.start();
    }

    /** Whether nothing is heard any more until this replica is restarted. */
    boolean hasFailed() {
        return failed;
    }

    private void follow() {
        try (consumer) {
            consumer.assign(READINGS);
            seekBack();
            while (true) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException closed) {
            LOG.debug("closed", closed);
        } catch (RuntimeException e) {
            failed = true;
            LOG.error("readings are no longer followed; this replica answers no results until it is restarted", e);
        }
    }

    private void seekBack() {
        long from = clock.instant().minus(back).toEpochMilli();
        Map<TopicPartition, Long> since = READINGS.stream().collect(Collectors.toMap(one -> one, one -> from));
        Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(since);
        READINGS.forEach(one -> {
            OffsetAndTimestamp at = first.get(one);
            if (at == null) {
                consumer.seekToEnd(List.of(one));
            } else {
                consumer.seek(one, at.offset());
            }
        });
    }

    private void take(ConsumerRecord<String, byte[]> published) {
        try {
            readings.take(Json.MAPPER.readValue(published.value(), Reading.class), published.value());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the reading at {}-{} cannot be read and is passed over",
                    published.partition(),
                    published.offset(),
                    e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
