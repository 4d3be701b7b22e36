package io.plateflow.local;

import static java.util.Objects.requireNonNull;

import io.plateflow.local.bench.ingest.BareGateway;
import io.plateflow.local.bench.ingest.ShortTopics;
import io.plateflow.local.bench.ingest.Side;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A gateway and a bare one, each a process of its own with the same options, on one broker. */
record IngestSite(Supervisor running, Process bareProcess, Side gateway, Side bare) implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    private static final long POLL_MS = 100;
    /** ms between two deletions of what the topics have forgotten; 5 minutes by default. */
    private static final String OFTEN = "2000";

    /** Returns once both answer. */
    static IngestSite start(Path data) throws IOException, InterruptedException, ExecutionException {
        Installation installation = Installation.here().withBroker("log.retention.check.interval.ms", OFTEN);
        Supervisor running = Supervisor.start(Options.gatewayOnly(data), installation, System.out::println);
        try {
            ShortTopics.make(running.kafka());
            int port = new Ports(true).any();
            Process process = launch(running, port);
            awaitUp(process, URI.create("tcp://127.0.0.1:" + port));
            long gatewayPid = requireNonNull(running.pids().get("ingest"));
            return new IngestSite(
                    running,
                    process,
                    new Side(
                            "gateway",
                            running.ingest(),
                            gatewayPid,
                            running.credentials().ingestKey()),
                    new Side("bare HTTP → Kafka", URI.create("http://localhost:" + port), process.pid(), "none"));
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /** With the gateway's heap; it ends with this process. */
    private static Process launch(Supervisor running, int port) throws IOException {
        Program program = new Program(
                System.getProperty("java.class.path"),
                BareGateway.class.getName(),
                List.of(
                        "-Xmx" + Role.INGEST.heap + "m",
                        "-Dlogback.configurationFile=io/plateflow/embedded/broker-logback.xml"),
                null);
        Path log = running.data().resolve("logs").resolve("bare.log");
        return new ProcessBuilder(
                        program.command(false, List.of(running.kafka(), ShortTopics.BARE, Integer.toString(port))))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void awaitUp(Process process, URI address) throws InterruptedException {
        long limit = System.nanoTime() + UP_WITHIN.toNanos();
        while (!Health.isUp(address)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                process.destroy();
                throw new Refused("the bare gateway does not come up, see logs/bare.log");
            }
            Thread.sleep(POLL_MS);
        }
    }

    @Override
    public void close() {
        bareProcess.destroy();
        running.close();
    }
}
