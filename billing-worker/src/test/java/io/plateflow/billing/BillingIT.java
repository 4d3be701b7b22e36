package io.plateflow.billing;

import static io.plateflow.billing.Ends.capture;
import static io.plateflow.billing.Ends.checkout;
import static io.plateflow.billing.Ends.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.ChargeEvent;
import io.plateflow.contracts.ChargeIssued;
import io.plateflow.contracts.Command;
import io.plateflow.contracts.Json;
import io.plateflow.contracts.Reading;
import io.plateflow.contracts.StayRecord;
import io.plateflow.contracts.Topics;
import io.plateflow.embedded.TestKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, on a real broker, with transactions. */
class BillingIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void chargesOnceAcrossALostDiskAndKeepsWhatItCannotUse(@TempDir Path first, @TempDir Path second) throws Exception {
        try (Broker broker = new Broker(TestKafka.bootstrap())) {
            try (ConfigurableApplicationContext worker = start(first)) {
                broker.send(Topics.READINGS, capture(9).toString(), "no event".getBytes(UTF_8));
                broker.send(Topics.READINGS, capture(1).toString(), json(Reading.class, read(1, "10:00")));
                broker.send(Topics.READINGS, capture(1).toString(), json(Reading.class, read(1, "10:00")));
                broker.send(Topics.COMMANDS, Ends.ZONE, json(Command.class, checkout(1, "12:10")));

                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(charges(broker)).hasSize(1));
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                assertThat(broker.values(Topics.BILLING_DLQ)).hasSize(1));
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(get(worker, "/actuator/health/readiness"))
                                .contains("\"UP\"", "RUNNING"));
                assertThat(get(worker, "/actuator/health/liveness")).contains("\"UP\"");
                assertThat(get(worker, "/actuator/prometheus"))
                        .contains("plateflow_billing_charges_total{event=\"issued\"} 1.0", "kafka_stream_");
                assertThat(compactedWithin()).isNotEmpty().containsOnly(Topics.COMPACTED_WITHIN.toMillis());
            }
            try (ConfigurableApplicationContext worker = start(second)) {
                assertThat(worker.isRunning()).isTrue();
                broker.send(Topics.COMMANDS, Ends.ZONE, json(Command.class, checkout(1, "12:10")));
                broker.send(Topics.READINGS, capture(1).toString(), json(Reading.class, read(1, "10:00")));
                broker.send(Topics.READINGS, capture(2).toString(), json(Reading.class, read(2, "08:30")));

                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(charges(broker)).hasSize(3));
            }
            // The old stay and the new lie in different partitions: their order is open.
            assertThat(charges(broker))
                    .extracting(BillingIT::told)
                    .containsExactlyInAnyOrder("1500.00", "voided", "2000.00");
            assertThat(broker.values(Topics.STAYS).stream()
                            .map(bytes -> Json.MAPPER
                                    .readValue(bytes, StayRecord.class)
                                    .state()))
                    .contains(StayRecord.State.OPEN, StayRecord.State.CLOSED, StayRecord.State.SUPERSEDED);
        }
    }

    @Test
    void refusesToStartOnTopicsThatAreNotAsTheyMustBe(@TempDir Path state) throws Exception {
        cleanup("delete");
        try {
            assertThatThrownBy(() -> start(state).close())
                    .hasStackTraceContaining("plateflow.stays has cleanup.policy delete, not compact");
        } finally {
            cleanup("compact");
        }
    }

    private static ConfigurableApplicationContext start(Path state) {
        return new SpringApplicationBuilder(BillingApplication.class)
                .run(
                        "--plateflow.billing.kafka=" + TestKafka.bootstrap(),
                        "--plateflow.billing.state-dir=" + state,
                        // The examples' dates never grow too old for the ledger.
                        "--plateflow.billing.retention=36500d",
                        "--management.server.port=0");
    }

    private static <T> byte[] json(Class<T> type, T event) {
        return requireNonNull(Json.serde(type).serializer().serialize("", event));
    }

    private static List<ChargeEvent> charges(Broker broker) {
        return broker.values(Topics.CHARGES).stream()
                .map(bytes -> Json.MAPPER.readValue(bytes, ChargeEvent.class))
                .toList();
    }

    private static String told(ChargeEvent event) {
        return event instanceof ChargeIssued issued ? issued.amount().amount().toString() : "voided";
    }

    private static String get(ConfigurableApplicationContext worker, String path)
            throws IOException, InterruptedException {
        String port = requireNonNull(worker.getEnvironment().getProperty("local.management.port"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** How late each changelog lets go of what was replaced, in ms. */
    private static List<Long> compactedWithin() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            List<ConfigResource> changelogs = admin.listTopics().names().get().stream()
                    .filter(name -> name.endsWith("-changelog"))
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            return admin.describeConfigs(changelogs).all().get().values().stream()
                    .map(config -> requireNonNull(config.get("max.compaction.lag.ms")))
                    .map(lag -> Long.valueOf(lag.value()))
                    .toList();
        }
    }

    private static void cleanup(String policy) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.STAYS.name()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
