package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Crowds at a gateway with its own settings, and what an honest sender notices of them. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final String HEAD = "POST /v1/captures?latitude=1&longitude=1 HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: image/jpeg\r\nX-API-Key: " + Gateway.KEY + "\r\n";
    private static final int REQUESTS = 500;
    /** Below this a p99 says more of the machine's scheduler than of the gateway. */
    private static final Duration NOISE = Duration.ofMillis(5);

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @SuppressWarnings("NullAway.Init")
    private Duration alone;

    @BeforeAll
    void start() throws Exception {
        gateway = Gateway.start(TestKafka.bootstrap());
        p99(); // warms up
        alone = p99();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void cuts200SlowSendersWithin35SecondsWhileOthersAreServedAsBefore() throws Exception {
        Set<Socket> slow = ConcurrentHashMap.newKeySet();
        ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = RawHttp.open(gateway.port());
                RawHttp.write(socket, i % 2 == 0 ? HEAD + "X: " : HEAD + "Content-Length: 1000000\r\n\r\n");
                slow.add(socket);
            }
            var unused = drip.scheduleAtFixedRate(() -> slow.removeIf(CrowdIT::isCut), 1, 1, TimeUnit.SECONDS);
            Duration among = p99();
            await().atMost(Duration.ofSeconds(60)).until(slow::isEmpty);

            Duration gone = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf("200 slow senders: p99 %s alone, %s among them; all cut after %s%n", alone, among, gone);
            assertThat(gone).isLessThan(Duration.ofSeconds(35));
            assertThat(among).isLessThanOrEqualTo(twice(alone));
        } finally {
            drip.shutdownNow();
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void holds10000IdleConnectionsWhileOthersAreServedThenClosesThem() throws Exception {
        Process crowd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleSenders.class.getName(),
                        Integer.toString(gateway.port()),
                        "10000")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = crowd.inputReader()) {
            assertThat(says.readLine()).isEqualTo("10000 open");
            Duration among = p99();
            assertThat(says.readLine()).isEqualTo("10000 closed by the other side");
            System.out.printf("10000 idle connections: p99 %s alone, %s among them%n", alone, among);
            assertThat(among).isLessThanOrEqualTo(twice(alone));
        } finally {
            crowd.destroyForcibly();
        }
    }

    private Duration p99() throws Exception {
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            byte[] photo = Photos.jpeg(64, 48, System.nanoTime());
            long before = System.nanoTime();
            assertThat(gateway.post(photo, "image/jpeg", HERE).statusCode()).isEqualTo(202);
            nanos[i] = System.nanoTime() - before;
        }
        return Duration.ofNanos(LongStream.of(nanos)
                .sorted()
                .skip(REQUESTS * 99 / 100)
                .findFirst()
                .orElseThrow());
    }

    private static Duration twice(Duration p99) {
        return (p99.compareTo(NOISE) < 0 ? NOISE : p99).multipliedBy(2);
    }

    private static boolean isCut(Socket socket) {
        try {
            RawHttp.write(socket, "x");
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
