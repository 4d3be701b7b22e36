package io.plateflow.embedded;

import io.plateflow.contracts.CreateTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.testcontainers.kafka.KafkaContainer;

/** One broker for all tests of this JVM, with Plateflow's topics on it; it ends with the JVM. */
public final class TestKafka {
    private TestKafka() {}

    /** What clients put in {@code bootstrap.servers}; the first call starts the broker. */
    public static String bootstrap() {
        return Started.BOOTSTRAP;
    }

    private static final class Started {
        static final String BOOTSTRAP = start();

        private static String start() {
            try {
                String bootstrap = TestBackends.DOCKER ? container() : embedded();
                CreateTopics.run(bootstrap, (short) 1);
                return bootstrap;
            } catch (Exception e) {
                throw new IllegalStateException("no broker for the tests", e);
            }
        }

        @SuppressWarnings("resource") // Ryuk removes the container with the JVM.
        private static String container() {
            KafkaContainer container = new KafkaContainer(TestImages.KAFKA);
            BrokerSettings.SINGLE_NODE.forEach((name, value) ->
                    container.addEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            container.start();
            return container.getBootstrapServers();
        }

        @SuppressWarnings("resource") // Closed by the hook.
        private static String embedded() throws Exception {
            Path directory = Files.createTempDirectory("plateflow-kafka-");
            EmbeddedBroker broker = EmbeddedBroker.start(directory, TestBackends.freePort(), TestBackends.freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(broker, directory)));
            return broker.bootstrap();
        }

        private static void end(EmbeddedBroker broker, Path directory) {
            broker.close();
            try {
                Directories.delete(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
