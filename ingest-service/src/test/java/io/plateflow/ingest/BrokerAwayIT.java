package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of this test's own, which goes away and comes back. */
class BrokerAwayIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");

    @Test
    void saysSoSoonWhileTheBrokerIsAwayAndLosesNothingThatItAccepted(@TempDir Path directory) throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        EmbeddedBroker broker = EmbeddedBroker.start(directory, port, controllerPort);
        CreateTopics.run(broker.bootstrap(), (short) 1);
        try (Gateway gateway = Gateway.start(broker.bootstrap())) {
            Set<String> accepted = new ConcurrentSkipListSet<>();
            accepted.add(id(post(gateway, 1)));

            broker.close();
            long before = System.nanoTime();
            HttpResponse<String> first = post(gateway, 2);
            assertThat(millisSince(before)).isLessThan(3_000);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(Gateway.codes(first)).containsExactly("broker_away");
            assertThat(first.headers().firstValue("Retry-After")).contains("2");
            Contract.assertKept(first);
            await().untilAsserted(() ->
                    assertThat(gateway.management("/actuator/health/readiness")).contains("OUT_OF_SERVICE"));
            assertThat(medianMillisOfRefusals(gateway)).isLessThan(50);
            assertThat(gateway.management("/actuator/health/liveness")).contains("\"UP\"");

            try (EmbeddedBroker back = EmbeddedBroker.start(directory, port, controllerPort)) {
                HttpResponse<String> again =
                        await().atMost(Duration.ofSeconds(20)).until(() -> post(gateway, 2), a -> a.statusCode() < 500);
                assertThat(again.statusCode()).isEqualTo(202);
                accepted.add(id(again));
                assertThat(Captures.all(back.bootstrap(), Topics.CAPTURES).keySet())
                        .containsAll(accepted);
            }
        }
    }

    private static long medianMillisOfRefusals(Gateway gateway) throws Exception {
        byte[] photo = Photos.jpeg(320, 240, 3);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            long before = System.nanoTime();
            assertThat(gateway.post(photo, "image/jpeg", HERE).statusCode()).isEqualTo(503);
            millis.add(millisSince(before));
        }
        return millis.stream().sorted().toList().get(10);
    }

    private static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }

    private static HttpResponse<String> post(Gateway gateway, long picture) throws Exception {
        return gateway.post(Photos.jpeg(320, 240, picture), "image/jpeg", HERE);
    }

    private static String id(HttpResponse<String> answer) {
        return UUID.fromString(Gateway.json(answer).path("id").asString()).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
