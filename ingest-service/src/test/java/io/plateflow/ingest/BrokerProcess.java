package io.plateflow.ingest;

import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A broker in a process of its own, which can be killed without notice and started again on what it left. */
final class BrokerProcess implements AutoCloseable {
    private final Path directory;
    private final int port;
    private final int controllerPort;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    private BrokerProcess(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** @param directory where its log is kept, and beside it what it prints */
    static BrokerProcess start(Path directory) throws IOException {
        BrokerProcess broker = new BrokerProcess(directory, freePort(), freePort());
        broker.start();
        return broker;
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Returns once it serves clients. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedBroker.class.getName(),
                        directory.toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort))
                .redirectErrorStream(true)
                .redirectOutput(directory
                        .resolveSibling(directory.getFileName() + ".log")
                        .toFile())
                .start();
        await().atMost(Duration.ofSeconds(90)).until(this::serves);
    }

    /** Without notice; returns once it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private boolean serves() {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap(), "default.api.timeout.ms", "2000", "request.timeout.ms", "1000"))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (Exception notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
