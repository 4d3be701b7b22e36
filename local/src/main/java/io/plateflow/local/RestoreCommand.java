package io.plateflow.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup into an empty directory; then start it with up. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup into an empty directory; then start it with up.")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "That backup wrote.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = UpCommand.DEFAULT_DATA,
            description = "To be filled; it must not exist, or be empty (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(UpCommand.DEFAULT_DATA);

    @Override
    public Integer call() throws IOException {
        Backup.Size size = Restore.read(file, data);
        System.out.printf(
                "%s: %d files, %.1f MiB; start it with up%n", data, size.files(), size.bytes() / (double) (1 << 20));
        return 0;
    }
}
