package io.plateflow.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.oracle.Worlds;
import io.plateflow.embedded.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * billing-worker in processes of its own on a real broker, under load: a second one joins and leaves, then one or the other is
 * killed again and again. At no time are two charges in force for one stay, and in the end they are the oracle's.
 */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int EVENTS_PER_SECOND = 100;
    private static final int EVENTS_A_WORLD = 25;

    @Example
    void killsJoinsAndLeavesChangeNoCharge() throws Exception {
        run(3, Duration.ofMinutes(4));
    }

    @Example
    @Tag("full")
    void manyKillsChangeNoCharge() throws Exception {
        run(20, Duration.ofMinutes(15));
    }

    private static void run(int kills, Duration lasts) throws Exception {
        Path directory = Files.createDirectories(
                Path.of("target", "crash-it", String.valueOf(System.nanoTime())).toAbsolutePath());
        long seed = System.nanoTime();
        LOG.warn("seed {}", seed);
        List<World> worlds = worlds((int) (EVENTS_PER_SECOND * lasts.toSeconds() / EVENTS_A_WORLD), new Random(seed));
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), freePort(), freePort())) {
            String kafka = broker.bootstrap();
            CreateTopics.run(kafka, (short) 1);
            List<WorkerProcess> workers = new ArrayList<>();
            try (Gantries gantries = new Gantries(kafka);
                    Load load = new Load(kafka, worlds, EVENTS_PER_SECOND, new Random(seed));
                    ChargesLog charges = new ChargesLog(kafka)) {
                workers.add(WorkerProcess.start(kafka, directory, "a"));
                load.start();
                gantries.open();
                awaitCharges(charges, 500);
                Instant began = Instant.now();
                WorkerProcess second = WorkerProcess.start(kafka, directory, "b");
                workers.add(second);
                await().atMost(LIMIT).until(second::isRunning);
                awaitCharges(charges, 200);
                second.close();
                awaitCharges(charges, 200);
                Duration scaling = charges.longestPause(began, Instant.now());

                workers.set(1, WorkerProcess.start(kafka, directory, "b"));
                List<Duration> recoveries = new ArrayList<>();
                for (int n = 0; n < kills; n++) {
                    await().atMost(LIMIT).until(workers.get(1)::isRunning);
                    await().atMost(LIMIT).until(workers.get(0)::isRunning);
                    workers.get(n % 2).kill();
                    Instant killed = Instant.now();
                    workers.set(n % 2, WorkerProcess.start(kafka, directory, n % 2 == 0 ? "a" : "b"));
                    await().atMost(LIMIT).until(() -> charges.allChargedSince(killed.plusSeconds(1)));
                    recoveries.add(Duration.between(killed, Instant.now()));
                }
                LOG.warn("longest pause while scaling {}; back after kills in {}", scaling, recoveries);
                assertThat(load.isOver())
                        .as("the load ended before the kills did")
                        .isFalse();
                int passes = gantries.shut();
                load.finish();
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(charges.inForce())
                                .as("seed %d", seed)
                                .isEqualTo(load.charges(Instant.now())));
                await().atMost(LIMIT)
                        .untilAsserted(() -> assertThat(charges.passes()).isEqualTo(passes));
                assertThat(scaling).isLessThan(LONGEST_PAUSE);
            } finally {
                workers.forEach(WorkerProcess::kill);
            }
        }
    }

    private static void awaitCharges(ChargesLog charges, int more) {
        int before = charges.issued();
        await().atMost(LIMIT).until(() -> charges.issued() >= before + more);
    }

    private static List<World> worlds(int count, Random random) {
        RandomGenerator<World> generator = Worlds.any().generator(1000);
        return Stream.generate(() -> generator.next(random).value())
                .limit(count)
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
