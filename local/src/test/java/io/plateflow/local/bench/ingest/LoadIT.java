package io.plateflow.local.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load against a server that counts, stalls once, or refuses. */
class LoadIT {
    private static final byte[] JPEG = UniqueJpeg.ofBytes(20_000);
    private static final Duration STALL = Duration.ofMillis(600);

    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private volatile int status = 202;
    private volatile int stallAt = -1;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/captures", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void sendsSoManyPhotosNoTwoAlike() throws Exception {
        Round round = load(4).closed(200);

        assertThat(round.accepted()).isEqualTo(200);
        assertThat(round.failed()).isZero();
        assertThat(bodies).hasSize(200);
        assertThat(round.micros().getTotalCount()).isEqualTo(200);
        assertThat(round.cpu()).isPositive();
    }

    @Test
    void keepsToItsRateAndEndsInTime() throws Exception {
        Round round = load(4).open(50, Duration.ofSeconds(1));

        assertThat(round.accepted()).isEqualTo(50);
        assertThat(round.took()).isBetween(Duration.ofMillis(950), Duration.ofSeconds(20));
    }

    @Test
    void countsTheWaitOfPhotosThatCouldNotBeSentWhileTheServerStalled() throws Exception {
        stallAt = 20;
        Round round = load(1).open(100, Duration.ofSeconds(1));

        // One answer alone was late; the forty that were due meanwhile waited with it.
        assertThat(round.micros()
                        .getCountBetweenValues(
                                STALL.toNanos() / 1000 / 3, round.micros().getMaxValue()))
                .isGreaterThan(25);
    }

    @Test
    void tellsRefusalsFromAcceptedPhotos() throws Exception {
        status = 503;
        Round round = load(2).closed(10);

        assertThat(round.failed()).isEqualTo(10);
        assertThat(round.accepted()).isZero();
    }

    private Load load(int connections) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Load(new Side("stub", uri, ProcessHandle.current().pid(), "key"), JPEG, connections);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
            if (requests.incrementAndGet() == stallAt) {
                new CountDownLatch(1).await(STALL.toMillis(), TimeUnit.MILLISECONDS);
            }
            byte[] answer = "{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (java.security.NoSuchAlgorithmException | InterruptedException e) {
            throw new IOException(e);
        }
    }
}
