package io.plateflow.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Works out all charges again and compares. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "Works out from the events which charges ought to be in force, and compares; exit code 1 when one differs.")
final class ReconcileCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 1_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Of the running instance (default: .plateflow, else .plateflow-demo).")
    private @Nullable Path data;

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            defaultValue = "PT20S",
            description = "How long billing may be behind what was read (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofSeconds(20);

    @Option(
            names = "--retention",
            paramLabel = "DURATION",
            converter = Days.class,
            defaultValue = "${env:PLATEFLOW_LEDGER_RETENTION:-90d}",
            description =
                    "How long billing keeps a stay, such as 90d or P90D (default: PLATEFLOW_LEDGER_RETENTION, else 90d).")
    private Duration retention = Duration.ofDays(90);

    /** Whole days as Spring writes them, or ISO 8601. */
    static final class Days implements ITypeConverter<Duration> {
        private static final Pattern DAYS = Pattern.compile("(\\d{1,6})d");

        @Override
        public Duration convert(String value) {
            Matcher days = DAYS.matcher(value);
            return days.matches() ? Duration.ofDays(Long.parseLong(days.group(1))) : Duration.parse(value);
        }
    }

    /** All retained events are held at once. */
    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        try {
            return compare();
        } catch (OutOfMemoryError e) {
            throw new Refused(
                    "the retained events do not fit %d MiB of memory: try PLATEFLOW_HEAP=2g ./plateflow reconcile, or more"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }

    private int compare() throws IOException, SQLException, InterruptedException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.needed(directory);
        Credentials credentials = Credentials.load(directory);
        Instant until = Instant.now().plus(patience);
        Reconciliation last = once(run, credentials);
        while (!last.differences().isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(PAUSE_MILLIS);
            last = once(run, credentials);
        }
        last.differences().forEach(System.out::println);
        System.out.printf(
                "%d charges ought to be in force by %d readings: %s%n",
                last.charges(),
                last.readings(),
                last.differences().isEmpty()
                        ? "billing and MySQL say the same"
                        : last.differences().size() + " differences");
        return last.differences().isEmpty() ? 0 : 1;
    }

    private Reconciliation once(RunFile run, Credentials credentials) throws SQLException {
        try (Connection snapshot = Database.snapshot(run, credentials)) {
            return Reconciliation.at(Instant.now(), retention, run.kafka(), snapshot);
        }
    }
}
