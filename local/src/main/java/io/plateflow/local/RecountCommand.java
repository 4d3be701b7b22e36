package io.plateflow.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts all rows and compares. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description = "Compares every figure that is kept with its rows; exit code 1 when one differs.")
final class RecountCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Of the running instance (default: .plateflow, else .plateflow-demo).")
    private @Nullable Path data;

    @Option(names = "--repair", description = "Write what was counted over what was kept.")
    private boolean repair;

    @Override
    public Integer call() throws IOException, SQLException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.needed(directory);
        Credentials credentials = Credentials.load(directory);
        if (repair) {
            try (Connection current = Database.current(run, credentials)) {
                Recount.mend(current).forEach(wrong -> System.out.println("mended: " + wrong));
            }
        }
        try (Connection snapshot = Database.snapshot(run, credentials)) {
            List<String> differences = Recount.differences(snapshot);
            differences.forEach(System.out::println);
            System.out.println(
                    differences.isEmpty() ? "every figure equals its rows" : differences.size() + " differences");
            return differences.isEmpty() ? 0 : 1;
        }
    }
}
