package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders go on while their broker is killed, is away for a minute, and comes back. */
@Tag("full")
class OutageIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final int SENDERS = 4;

    private final AtomicLong pictures = new AtomicLong(90_000);
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    /** One request and what came back. */
    private record Sent(Instant at, Duration took, int status, String id) {}

    @Test
    void losesNothingAroundAMinuteWithoutABroker(@TempDir Path directory) throws Exception {
        ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
        try (BrokerProcess broker = BrokerProcess.start(directory.resolve("kafka"))) {
            CreateTopics.run(broker.bootstrap(), (short) 1);
            try (Gateway gateway = Gateway.start(broker.bootstrap())) {
                for (int i = 0; i < SENDERS; i++) {
                    var unused = senders.scheduleWithFixedDelay(() -> post(gateway), 0, 20, TimeUnit.MILLISECONDS);
                }
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> accepted(Instant.EPOCH).size() > 200);
                broker.kill();
                Instant away = Instant.now();
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> away.plusSeconds(60).isBefore(Instant.now()));
                Instant returns = Instant.now();
                broker.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> accepted(returns).size() > 200);
                senders.shutdown();
                assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

                List<Sent> first = sent.stream()
                        .filter(s -> s.at.isAfter(away) && s.at.isBefore(away.plusSeconds(5)))
                        .toList();
                List<Duration> later = sent.stream()
                        .filter(s -> s.at.isAfter(away.plusSeconds(5)) && s.at.isBefore(returns))
                        .map(Sent::took)
                        .sorted()
                        .toList();
                Duration p99 = later.get(later.size() * 99 / 100);
                Duration slowest =
                        first.stream().map(Sent::took).max(Duration::compareTo).orElseThrow();
                System.out.printf(
                        "a minute without a broker: %d accepted in all, first answers within %s, then p99 %s of %d%n",
                        accepted(Instant.EPOCH).size(), slowest, p99, later.size());
                assertThat(sent).extracting(Sent::status).containsOnly(202, 503);
                assertThat(Captures.all(broker.bootstrap(), Topics.CAPTURES).keySet())
                        .containsAll(accepted(Instant.EPOCH));
                assertThat(slowest).isLessThan(Duration.ofSeconds(3));
                assertThat(p99).isLessThan(Duration.ofMillis(50));
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private void post(Gateway gateway) {
        Instant at = Instant.now();
        long before = System.nanoTime();
        try {
            HttpResponse<String> answer =
                    gateway.post(Photos.jpeg(64, 48, pictures.incrementAndGet()), "image/jpeg", HERE);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            sent.add(new Sent(
                    at,
                    took,
                    answer.statusCode(),
                    Gateway.json(answer).path("id").asString("")));
        } catch (Exception e) {
            sent.add(new Sent(at, Duration.ofNanos(System.nanoTime() - before), 0, e.toString()));
        }
    }

    private List<String> accepted(Instant since) {
        return sent.stream()
                .filter(s -> s.status == 202 && !s.at.isBefore(since))
                .map(Sent::id)
                .toList();
    }
}
