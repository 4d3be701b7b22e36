package io.plateflow.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything on this machine and keeps it running until Ctrl-C or SIGTERM. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything and keeps it running until Ctrl-C; the data stay.")
final class UpCommand implements Callable<Integer> {
    static final String DEFAULT_DATA = ".plateflow";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Keeps everything (default: ${DEFAULT-VALUE}).")
    Path data = Path.of(DEFAULT_DATA);

    @Mixin
    UpOptions options = new UpOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        start(options.in(data, false), System.out);
        new CountDownLatch(1).await();
        return 0;
    }

    /** Starts and says so; the supervisor ends in the JVM's shutdown. */
    static Supervisor start(Options options, PrintStream out) throws IOException {
        long since = System.nanoTime();
        out.printf("starting in %s, logs in its directory logs%n", options.data());
        Supervisor running = Supervisor.start(options, Installation.here(), sentence -> out.println("  " + sentence));
        out.printf(
                "plateflow ready: gateway %s, dashboard %s (%.1f s)%n",
                running.ingest(), running.stats(), (System.nanoTime() - since) / 1e9);
        out.printf("credentials: %s%n", Credentials.file(running.data()));
        out.printf("SQL: 127.0.0.1:%d, database plateflow_read, user plateflow_reader%n", running.databasePort());
        return running;
    }
}
