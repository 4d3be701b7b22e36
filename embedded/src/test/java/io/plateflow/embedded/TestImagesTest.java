package io.plateflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.utility.DockerImageName;

/** What keeps containers from starting, as an engine on this machine's loopback tells it. */
class TestImagesTest {
    /** Of a named registry: for the default one Testcontainers would ask a real engine for its name. */
    private static final List<DockerImageName> MYSQL = List.of(DockerImageName.parse("registry.example/mysql:8.4"));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer engine;
    private DockerClient client;

    @BeforeEach
    void startEngine() throws IOException {
        TestLogs.quieten();
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.setExecutor(threads);
        engine.start();
        client = DockerClientProviderStrategy.getClientForConfig(TransportConfig.builder()
                .dockerHost(URI.create("tcp://127.0.0.1:" + engine.getAddress().getPort()))
                .build());
    }

    @AfterEach
    void stopEngine() {
        threads.shutdownNow();
        engine.stop(0);
    }

    @Test
    void anImageThatIsThereHindersNothing() {
        engineAnswers(
                exchange -> answer(exchange, 200, "{\"Id\":\"sha256:1\"}"), exchange -> answer(exchange, 500, "{}"));
        assertThat(hindrance(Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void anImageThatTheRegistryHasHindersNothing() {
        engineHasNotButPulls(exchange -> answer(exchange, 200, "{\"status\":\"Pulling from library/mysql\"}\n"));
        assertThat(hindrance(Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void saysWhyAnImageCannotBePulled() {
        engineHasNotButPulls(exchange -> answer(exchange, 500, "{\"message\":\"no such host\"}"));
        assertThat(hindrance(Duration.ofSeconds(20)))
                .hasValueSatisfying(why -> assertThat(why).contains("mysql:8.4", "no such host"));
    }

    @Test
    void saysWhyAPullThatHadBegunFailed() {
        engineHasNotButPulls(
                exchange -> answer(exchange, 200, "{\"errorDetail\":{\"message\":\"manifest unknown\"}}\n"));
        assertThat(hindrance(Duration.ofSeconds(20)))
                .hasValueSatisfying(why -> assertThat(why).contains("mysql:8.4", "manifest unknown"));
    }

    @Test
    void doesNotWaitForASilentRegistry() {
        engineHasNotButPulls(exchange -> {});
        assertThat(hindrance(Duration.ofSeconds(1)))
                .hasValueSatisfying(why -> assertThat(why).contains("mysql:8.4", "no answer in 1 s"));
    }

    private Optional<String> hindrance(Duration patience) {
        return TestImages.hindrance(client, MYSQL, patience);
    }

    private void engineHasNotButPulls(HttpHandler pull) {
        engineAnswers(exchange -> answer(exchange, 404, "{\"message\":\"no such image\"}"), pull);
    }

    private void engineAnswers(HttpHandler inspect, HttpHandler pull) {
        engine.createContext("/", exchange -> {
            boolean pulling = exchange.getRequestURI().getPath().endsWith("/images/create");
            (pulling ? pull : inspect).handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
