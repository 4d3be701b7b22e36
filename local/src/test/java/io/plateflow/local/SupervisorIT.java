package io.plateflow.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plateflow.contracts.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run after another on the same directory: real broker and database, stand-ins for the services. */
class SupervisorIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path data;

    @Test
    void startsAgainWhatDiesAndKeepsEverythingFromRunToRun() throws Exception {
        Credentials credentials;
        Map<String, Long> pids;
        try (Supervisor run = start()) {
            credentials = run.credentials();
            pids = run.pids();
            assertThat(pids).containsOnlyKeys("ingest", "ocr-1", "billing-1", "stats-1", "broker", "database");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Credentials.file(run.data()))))
                    .isEqualTo("rw-------");

            for (String victim : List.of("ocr-1", "database")) {
                ProcessHandle.of(requireNonNull(pids.get(victim))).orElseThrow().destroyForcibly();
                await().atMost(Duration.ofSeconds(30)).until(() -> isAnother(run, victim, pids.get(victim)));
            }
            send(run.kafka(), "kept");

            assertThatThrownBy(this::start).isInstanceOf(Refused.class).hasMessageContaining("in use");
        }
        assertThat(pids.values())
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
        assertThat(RunFile.read(data)).isEmpty();

        try (Supervisor run = start()) {
            assertThat(run.credentials()).isEqualTo(credentials);
            assertThat(first(run.kafka())).isEqualTo("kept");
        }
    }

    @Test
    void refusesATakenPortInOneSentenceThatNamesTheOption() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Options options = new Options(data, false, 1, 1, 1, other.getLocalPort(), 0, 0, "127.0.0.1");
            assertThatThrownBy(() -> Supervisor.start(options, FakeInstallation.create(), news -> {}))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("--ingest-port");
        }
    }

    private Supervisor start() throws IOException {
        return Supervisor.start(Options.onFreePorts(data), FakeInstallation.create(), System.out::println);
    }

    private static boolean isAnother(Supervisor run, String name, long than) {
        Long pid = run.pids().get(name);
        return pid != null && pid != than;
    }

    private static void send(String kafka, String text) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.READINGS.name(), 0, "key", text))
                    .get();
        }
    }

    private static String first(String kafka) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.READINGS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
