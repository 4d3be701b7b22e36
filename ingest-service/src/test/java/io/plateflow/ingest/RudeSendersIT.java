package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestKafka;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Senders that are slow, malformed or malicious cost themselves, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RudeSendersIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");
    private static final String HEAD = "POST /v1/captures?latitude=1&longitude=1 HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: image/jpeg\r\nX-API-Key: ";
    private static final int SLOW_SENDERS = 200;

    @SuppressWarnings("NullAway.Init")
    private Gateway gateway;

    @BeforeAll
    void start() throws Exception {
        gateway = Gateway.start(
                TestKafka.bootstrap(),
                "--plateflow.ingest.headers-within=3s",
                "--plateflow.ingest.body-within=6s",
                "--server.tomcat.keep-alive-timeout=1s",
                "--server.tomcat.threads.max=8");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void servesOthersWhile200SendersAreSlowThenAnswersThoseToo() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_SENDERS; i++) {
                String key = i % 2 == 0 ? Gateway.KEY : "unknown";
                Socket socket = RawHttp.open(gateway.port());
                slow.add(socket);
                RawHttp.write(socket, HEAD + key + "\r\nContent-Length: 10000000\r\n\r\nonly this");
            }
            long before = System.nanoTime();
            HttpResponse<String> other = gateway.post(Photos.jpeg(64, 48, before), "image/jpeg", HERE);
            assertThat(other.statusCode()).isEqualTo(202);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(gateway.part(ByteBudget.class).inUse()).isLessThanOrEqualTo(SLOW_SENDERS * 64 * 1024);

            for (Socket socket : slow) {
                assertThat(RawHttp.readAll(socket)).startsWith("HTTP/1.1 408 ").contains("\"body_slow\"");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().untilAsserted(
                        () -> assertThat(gateway.part(ByteBudget.class).inUse()).isZero());
    }

    @Test
    void givesBackTheBytesOfSendersThatHangUp() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = RawHttp.open(gateway.port())) {
                RawHttp.write(socket, HEAD + Gateway.KEY + "\r\nContent-Length: 900000\r\n\r\n" + "x".repeat(300_000));
            }
        }
        await().untilAsserted(
                        () -> assertThat(gateway.part(ByteBudget.class).inUse()).isZero());
    }

    @Test
    void takesARetryForTheCaptureWhoseAnswerWasNotHeard() throws Exception {
        byte[] photo = Photos.jpeg(64, 48, 62);
        String request =
                HEAD + Gateway.KEY + "\r\nIdempotency-Key: unheard\r\nContent-Length: " + photo.length + "\r\n\r\n";
        UUID id = CaptureIds.of("test", "unheard", "", "", "");
        for (int i = 0; i < 3; i++) {
            try (Socket socket = RawHttp.open(gateway.port())) {
                RawHttp.write(socket, request);
                socket.getOutputStream().write(photo);
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !captured(id).isEmpty());

        HttpResponse<String> retry = gateway.post(
                photo, "image/jpeg", Map.of("latitude", "1", "longitude", "1"), "Idempotency-Key", "unheard");

        assertThat(retry.statusCode()).isIn(200, 202);
        assertThat(Gateway.json(retry).path("id").asString()).isEqualTo(id.toString());
        assertThat(captured(id)).allSatisfy(record -> assertThat(record.value()).isEqualTo(photo));
    }

    @Test
    void cutsASenderOfOneByteAtATimeBeforeItsHeadersEnd() throws IOException {
        try (Socket socket = RawHttp.open(gateway.port())) {
            RawHttp.write(socket, HEAD + Gateway.KEY + "\r\nX: ");
            long before = System.nanoTime();
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> isCut(socket));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void givesSlowHeadersTheirTimeAndTheirBodyItsOwn() throws IOException {
        byte[] photo = Photos.jpeg(64, 48, 61);
        try (Socket socket = RawHttp.open(gateway.port())) {
            Iterator<String> pieces = List.of(
                            HEAD,
                            Gateway.KEY,
                            "\r\nConnection: close\r\nContent-",
                            "Length: " + photo.length + "\r\n\r\n")
                    .iterator();
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                RawHttp.write(socket, pieces.next());
                return !pieces.hasNext();
            });
            await().pollDelay(Duration.ofMillis(3_500)).until(() -> true); // longer than headers may take
            socket.getOutputStream().write(photo);
            assertThat(RawHttp.readAll(socket)).matches("(?s)HTTP/1.1 20[02] .*");
        }
    }

    @Test
    void closesAConnectionThatIsNotUsedAgain() throws IOException {
        try (Socket socket = RawHttp.open(gateway.port())) {
            RawHttp.write(socket, "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(RawHttp.readAll(socket)).startsWith("HTTP/1.1 404 "); // returns once the gateway has closed it
        }
    }

    @Test
    void answersWhatNoServletAnswersAsAProblem() throws Exception {
        HttpResponse<String> nothing = gateway.send(HttpRequest.newBuilder(gateway.uri("/admin/../../etc/passwd")));
        assertThat(nothing.statusCode()).isIn(400, 404);
        assertProblem(gateway.send(HttpRequest.newBuilder(gateway.uri("/nothing"))), 404, "not_found");
        HttpResponse<String> method = gateway.send(HttpRequest.newBuilder(gateway.uri("/v1/captures")));
        assertProblem(method, 405, "method_not_allowed");
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertThat(RawHttp.send(gateway.port(), "GET /a|b<script> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .doesNotContain("script");
        assertThat(RawHttp.send(
                        gateway.port(),
                        "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    private static List<ConsumerRecord<String, byte[]>> captured(UUID id) {
        return Captures.of(TestKafka.bootstrap(), Topics.CAPTURES, id);
    }

    private static boolean isCut(Socket socket) {
        try {
            RawHttp.write(socket, "x");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Gateway.json(answer).path("code").asString()).isEqualTo(code);
    }
}
