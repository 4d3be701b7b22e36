package io.plateflow.local;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how the running Plateflow is doing. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says how the running Plateflow is doing; exit code 1 when something is wrong.")
final class StatusCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Of the running instance (default: .plateflow, else .plateflow-demo).")
    @Nullable
    Path data;

    @Option(names = "--json", description = "One JSON object instead of text.")
    boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = RunFile.directory(data);
        RunFile run = RunFile.read(directory)
                .filter(file -> !file.processes().isEmpty())
                .orElse(null);
        if (run == null) {
            System.out.println(json ? "{\"healthy\":false,\"faults\":[\"not running\"]}" : "not running");
            return 1;
        }
        Status status = new StatusCheck(directory, run).ask();
        System.out.println(
                json ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(status) : StatusText.of(status));
        return status.healthy() ? 0 : 1;
    }
}
