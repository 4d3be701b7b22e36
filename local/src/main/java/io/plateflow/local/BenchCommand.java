package io.plateflow.local;

import io.plateflow.client.PlateflowClient;
import io.plateflow.local.bench.BillingBench;
import io.plateflow.local.bench.BillingRate;
import io.plateflow.local.bench.GateBench;
import io.plateflow.local.bench.RecoveryBench;
import io.plateflow.local.bench.StatsBench;
import io.plateflow.local.bench.ingest.IngestBench;
import io.plateflow.local.bench.ingest.IngestMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmarks of the running instance. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Plays cases on the running instance, which stay in its data; stats, ingest and workers have an instance of their own, and read needs none.",
        subcommands = {BenchReadCommand.class, BenchWorkersCommand.class})
final class BenchCommand {
    /** A load that somebody forgot must end by itself. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    @Command(
            name = "billing",
            mixinStandardHelpOptions = true,
            description =
                    "Drives the cases of billing through HTTP and prints what became of each, then how fast readings become charges; exit code 1 when a case is wrong.")
    int billing(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            description = "Of the running instance (default: .plateflow, else .plateflow-demo).")
                    @Nullable
                    Path data,
            @Option(
                            names = "--patience",
                            paramLabel = "DURATION",
                            defaultValue = "PT60S",
                            description = "How long each case may take (default: ${DEFAULT-VALUE}).")
                    Duration patience,
            @Option(
                            names = "--vehicles",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description =
                                    "That come and leave, past gateway and reader, to measure the rate (default: ${DEFAULT-VALUE}; 0: none).")
                    int vehicles)
            throws IOException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.needed(directory);
        Credentials credentials = Credentials.load(directory);
        PlateflowClient client =
                new PlateflowClient(run.ingest(), credentials.ingestKey(), run.stats(), "admin", credentials.admin());
        int wrong = new BillingBench(client, patience, System.out).run();
        if (vehicles > 0) {
            new BillingRate(run.kafka(), client, System.out).run(vehicles);
        }
        return wrong == 0 ? 0 : 1;
    }

    @Command(
            name = "recovery",
            mixinStandardHelpOptions = true,
            description =
                    "Kills billing-1 again and again and times until its next charge is seen; exit code 1 when the median is above 20 s.")
    int recovery(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            description = "Of the running instance (default: .plateflow, else .plateflow-demo).")
                    @Nullable
                    Path data,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How often (default: ${DEFAULT-VALUE}).")
                    int rounds)
            throws IOException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.needed(directory);
        Credentials credentials = Credentials.load(directory);
        PlateflowClient client =
                new PlateflowClient(run.ingest(), credentials.ingestKey(), run.stats(), "admin", credentials.admin());
        return new RecoveryBench(client, Duration.ofMinutes(2), () -> kill(directory), System.out).run(rounds) ? 0 : 1;
    }

    @Command(
            name = "gate",
            mixinStandardHelpOptions = true,
            description =
                    "Four gates at rush hour while old photos wait: times from an exit's photo to its amount on the page; exit code 1 when the 95th percentile is above 3 s.")
    int gate(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            description = "Of the running instance (default: .plateflow, else .plateflow-demo).")
                    @Nullable
                    Path data,
            @Option(
                            names = "--duration",
                            paramLabel = "DURATION",
                            defaultValue = "PT60S",
                            description = "How long cars come (default: ${DEFAULT-VALUE}).")
                    Duration duration,
            @Option(
                            names = "--bulk",
                            paramLabel = "N",
                            defaultValue = "5000",
                            description = "Old photos that wait meanwhile (default: ${DEFAULT-VALUE}).")
                    int bulk)
            throws IOException, InterruptedException, ExecutionException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.needed(directory);
        Credentials credentials = Credentials.load(directory);
        PlateflowClient client =
                new PlateflowClient(run.ingest(), credentials.ingestKey(), run.stats(), "admin", credentials.admin());
        return new GateBench(client, System.out).run(duration, bulk) ? 0 : 1;
    }

    @Command(
            name = "stats",
            mixinStandardHelpOptions = true,
            description =
                    "Fills an instance of its own with a drawn history and times what analysts ask at 1,000, 100,000 and all captures; exit code 1 when an answer or the filling is too slow.")
    int stats(
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "1000000",
                            description = "Captures, images of 1 KB (default: ${DEFAULT-VALUE}).")
                    int rows,
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = ".plateflow-bench",
                            description = "Emptied first and left there (default: ${DEFAULT-VALUE}).")
                    Path data)
            throws IOException, SQLException {
        Supervisor running = Supervisor.start(Options.keeping(data), Installation.here(), System.out::println);
        try {
            return ask(running, rows) ? 0 : 1;
        } finally {
            running.close();
        }
    }

    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description =
                    "Loads an instance of its own and, in turns, a bare HTTP server that only passes bodies to Kafka; prints requests, processor time and latency of both for photos of several sizes. Exit code 1 when the gateway has less than 0.6 of the requests, above 1.4 times the processor time or above twice the p99 at 60 KB. With --requests: whether memory stays flat.")
    int ingest(
            @Option(
                            names = "--sizes",
                            paramLabel = "KB",
                            split = ",",
                            defaultValue = "20,60,200",
                            description = "Of the photos; 60 is judged (default: ${DEFAULT-VALUE}).")
                    List<Integer> sizes,
            @Option(
                            names = "--duration",
                            paramLabel = "DURATION",
                            defaultValue = "PT10S",
                            description = "Of each round, at most PT60S (default: ${DEFAULT-VALUE}).")
                    Duration duration,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "2",
                            description = "How often gateway, bare, bare, gateway (default: ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(
                            names = "--connections",
                            paramLabel = "N",
                            defaultValue = "16",
                            description = "Requests under way at the peak (default: ${DEFAULT-VALUE}).")
                    int connections,
            @Option(
                            names = "--requests",
                            paramLabel = "N",
                            defaultValue = "0",
                            description =
                                    "Instead: so many photos of the first size, memory at every tenth; exit code 1 when it is not flat over the second half.")
                    long requests,
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = ".plateflow-bench",
                            description = "Emptied first and left there (default: ${DEFAULT-VALUE}).")
                    Path data)
            throws IOException, InterruptedException, ExecutionException {
        if (duration.compareTo(LONGEST_ROUND) > 0) {
            throw new Refused("--duration is at most " + LONGEST_ROUND);
        }
        List<Integer> bytes = sizes.stream().map(size -> size * 1_000).toList();
        try (IngestSite site = IngestSite.start(data)) {
            boolean kept = requests > 0
                    ? new IngestMemory(site.gateway(), System.out).run(requests, bytes.get(0), connections)
                    : new IngestBench(site.gateway(), site.bare(), System.out)
                            .run(bytes, duration, rounds, connections);
            return kept ? 0 : 1;
        }
    }

    private static boolean ask(Supervisor running, int rows) throws SQLException {
        Credentials credentials = running.credentials();
        PlateflowClient client = new PlateflowClient(
                running.ingest(), credentials.ingestKey(), running.stats(), "analyst", credentials.analyst());
        String url = running.databaseUrl() + "&rewriteBatchedStatements=true";
        StatsBench.Database database = () -> DriverManager.getConnection(url, "plateflow", credentials.database());
        return new StatsBench(running.kafka(), client, database, System.out).run(rows);
    }

    private static void kill(Path directory) {
        try {
            RunFile.needed(directory).processes().stream()
                    .filter(process -> process.name().equals("billing-1"))
                    .flatMap(process -> process.handle().stream())
                    .forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
