package io.plateflow.ingest;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of keys from its beginning into the {@link KeyRing}, in no group and committing nothing.
 *
 * <p>One daemon thread; a broker that is away only delays it. A record that cannot be read changes nothing and is logged.
 */
final class KeyFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final TopicPartition KEYS = new TopicPartition(Topics.KEYS.name(), 0);

    private final Consumer<String, byte[]> consumer;
    private final KeyRing ring;
    private final CompletableFuture<Integer> read = new CompletableFuture<>();
    private final Thread thread = new Thread(this::follow, "key-feed");

    KeyFeed(Consumer<String, byte[]> consumer, KeyRing ring) {
        this.consumer = consumer;
        this.ring = ring;
        thread.setDaemon(true);
    }

    /** Returns once every key that was published before has been read: how many are in force. */
    int readToEnd() {
        thread.start();
        return read.join();
    }

    /** Whether all keys were read and later ones are being followed. */
    boolean isFollowing() {
        return read.isDone() && thread.isAlive();
    }

    private void follow() {
        try (consumer) {
            consumer.assign(List.of(KEYS));
            consumer.seekToBeginning(List.of(KEYS));
            long end = consumer.endOffsets(List.of(KEYS)).getOrDefault(KEYS, 0L);
            while (consumer.position(KEYS) < end) {
                consumer.poll(POLL).forEach(this::take);
            }
            read.complete(ring.size());
            while (true) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException closed) {
            read.completeExceptionally(closed);
        } catch (RuntimeException e) {
            LOG.error("the keys are no longer followed; this replica is not ready until it is restarted", e);
            read.completeExceptionally(e);
        }
    }

    private void take(ConsumerRecord<String, byte[]> published) {
        try {
            if (published.value() == null) {
                ring.remove(published.key());
            } else {
                ring.put(Json.MAPPER.readValue(published.value(), ApiKey.class));
            }
        } catch (RuntimeException e) {
            LOG.error("the key at offset {} cannot be read and is passed over", published.offset(), e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
