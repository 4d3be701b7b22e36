package io.plateflow.billing;

import io.plateflow.embedded.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** billing-worker as it is built, in a process of its own; it ends with this one. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The same {@code name} has the same state on disk and goes on writing the same log. */
    static WorkerProcess start(String kafka, Path directory, String name) {
        Path log = directory.resolve(name + "." + System.nanoTime() + ".log");
        try {
            String leash = Path.of(Leash.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    "target/billing-worker.jar:" + leash,
                    Leash.class.getName(),
                    BillingApplication.class.getName(),
                    "--plateflow.billing.kafka=" + kafka,
                    "--plateflow.billing.state-dir=" + directory.resolve(name),
                    "--plateflow.billing.retention=36500d",
                    "--management.server.port=0");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new WorkerProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it works on what it was given, or did. */
    boolean isRunning() {
        try {
            return process.isAlive() && Files.readString(log).contains("streams RUNNING");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the system does for want of memory: kill -9. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As an operator does: it commits and leaves. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("a worker did not end within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
