package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plateflow.contracts.CreateTopics;
import io.plateflow.embedded.EmbeddedBroker;
import io.plateflow.embedded.TestKafka;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the service starts, when it does not, and when it takes nothing. */
class StartIT {
    private static final Map<String, String> HERE = Map.of("latitude", "-34.6037", "longitude", "-58.3816");

    @Test
    void refusesToStartOnTopicsThatAreMissing(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker empty = EmbeddedBroker.start(directory, freePort(), freePort())) {
            assertThatThrownBy(() -> Gateway.startOn(empty.bootstrap()))
                    .hasStackTraceContaining("topic plateflow.captures is missing");
        }
    }

    @Test
    void takesNothingWhileTheBrokersDiskIsNearlyFull() throws Exception {
        try (Gateway gateway = Gateway.start(TestKafka.bootstrap(), "--plateflow.ingest.storage-reserve=1000TB")) {
            HttpResponse<String> answer = gateway.post(Photos.jpeg(64, 48, 1), "image/jpeg", HERE);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Gateway.codes(answer)).containsExactly("storage_low");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            Contract.assertKept(answer);
            assertThat(gateway.management("/actuator/health/readiness"))
                    .contains("\"status\":\"UP\"")
                    .contains("\"storageLow\":true");
        }
    }

    @Test
    void saysThatItIsBusyWhenTheBytesInFlightAreUsedUp() throws Exception {
        try (Gateway gateway = Gateway.start(TestKafka.bootstrap())) {
            ByteBudget budget = gateway.part(ByteBudget.class);
            try (ByteBudget.Lease others = budget.lease()) {
                assertThat(others.grow(64 * 1024 * 1024 - 1000)).isTrue();
                HttpResponse<String> answer = gateway.post(Photos.jpeg(640, 480, 2), "image/jpeg", HERE);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(Gateway.codes(answer)).containsExactly("busy");
                Contract.assertKept(answer);
            }
            assertThat(gateway.post(Photos.jpeg(640, 480, 2), "image/jpeg", HERE)
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void readsEveryKeyThatWasPublishedBefore() throws Exception {
        CreateTopics.publish(TestKafka.bootstrap(), Gateway.RECORD);
        try (Gateway gateway = Gateway.startOn(TestKafka.bootstrap())) {
            assertThat(gateway.part(KeyRing.class).find(Gateway.KEY, Instant.now()))
                    .contains(Gateway.RECORD);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
