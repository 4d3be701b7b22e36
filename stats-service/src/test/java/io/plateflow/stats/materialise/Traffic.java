package io.plateflow.stats.materialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A history on its way to the topics at an even pace, all logs side by side and each in its order. */
final class Traffic implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int BEAT_MILLIS = 20;

    private final KafkaProducer<String, byte[]> producer;
    private final Queue<ProducerRecord<String, byte[]>> left;
    private final int all;
    private final AtomicInteger taken = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /** An event, and which part of its log lies before it. */
    private record Due(double part, ProducerRecord<String, byte[]> event) {}

    Traffic(String kafka, History history) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
        left = new ArrayDeque<>(side(history));
        all = left.size();
    }

    void start(int eventsPerSecond) {
        int some = eventsPerSecond * BEAT_MILLIS / 1_000;
        var unused = clock.scheduleAtFixedRate(() -> send(some), 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns once the broker has {@code more} than it has now, or all. */
    void awaitTaken(int more) {
        int before = taken.get();
        await().atMost(LIMIT).until(() -> taken.get() >= Math.min(all, before + more));
    }

    /** Sends what is left as fast as it can; returns once the broker has all. */
    void finish() throws InterruptedException {
        clock.shutdown();
        assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(left).as("it was over before the deaths were").isNotEmpty();
        send(left.size());
        producer.flush();
        assertThat(taken).hasValue(all);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(LIMIT);
    }

    private void send(int some) {
        for (int n = 0; n < some && !left.isEmpty(); n++) {
            var unused = producer.send(left.remove(), (done, failed) -> {
                if (failed == null) {
                    taken.incrementAndGet();
                }
            });
        }
    }

    private static List<ProducerRecord<String, byte[]>> side(History history) {
        List<Due> due = new ArrayList<>();
        for (List<ConsumerRecord<String, byte[]>> log : history.logs().values()) {
            for (int n = 0; n < log.size(); n++) {
                ConsumerRecord<String, byte[]> event = log.get(n);
                due.add(new Due(
                        (double) n / log.size(),
                        new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())));
            }
        }
        return due.stream()
                .sorted(Comparator.comparingDouble(Due::part))
                .map(Due::event)
                .toList();
    }
}
