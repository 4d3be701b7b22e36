package io.plateflow.local;

import io.plateflow.local.bench.BillingBench;
import io.plateflow.local.bench.GateBench;
import io.plateflow.local.bench.RecoveryBench;
import io.plateflow.local.send.PlateflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Benchmarks of the running instance. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Plays cases on the running instance; they stay in its data.")
final class BenchCommand {

    @Command(
            name = "billing",
            mixinStandardHelpOptions = true,
            description =
                    "Drives the cases of billing through HTTP and prints what became of each; exit code 1 when one is wrong.")
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
                    Duration patience)
            throws IOException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.needed(directory);
        Credentials credentials = Credentials.load(directory);
        PlateflowClient client =
                new PlateflowClient(run.ingest(), credentials.ingestKey(), run.stats(), "admin", credentials.admin());
        return new BillingBench(client, patience, System.out).run() == 0 ? 0 : 1;
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
