package io.plateflow.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all data of a stopped instance into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes all data of a stopped instance into one file.")
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "To write; it must not exist.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = UpCommand.DEFAULT_DATA,
            description = "Of the stopped instance (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(UpCommand.DEFAULT_DATA);

    @Override
    public Integer call() throws IOException {
        Backup.Size size = Backup.write(data, file);
        System.out.printf("%s: %d files, %.1f MiB%n", file, size.files(), size.bytes() / (double) (1 << 20));
        return 0;
    }
}
