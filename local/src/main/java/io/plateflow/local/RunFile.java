package io.plateflow.local;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a data directory, for the command that asks and for whoever has to tidy up after a killed supervisor.
 *
 * @param supervisor the process that started the others
 * @param kafka bootstrap servers
 * @param databaseUrl JDBC, without credentials
 * @param usage bytes of the data directory over time, oldest first
 */
record RunFile(
        Running supervisor,
        String kafka,
        String databaseUrl,
        URI ingest,
        URI stats,
        List<Running> processes,
        List<Usage> usage) {
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    /** The operating system's own clock of starts may be read differently by this much. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /**
     * A process; its number alone may be another's by now.
     *
     * @param health what answers once it is ready; the supervisor has none
     */
    record Running(
            String name,
            long pid,
            Instant startedAt,
            @Nullable URI health,
            int deaths) {
        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid).filter(this::isSame);
        }

        private boolean isSame(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(i -> Duration.between(i, startedAt).abs().compareTo(TOLERANCE) <= 0)
                    .orElse(false);
        }
    }

    /** Bytes at an instant. */
    record Usage(Instant at, long bytes) {}

    static Path in(Path data) {
        return data.resolve("run.json");
    }

    /** {@code said}, else the one of the two usual directories that something runs in. */
    static Path directory(@Nullable Path said) {
        Path usual = Path.of(UpCommand.DEFAULT_DATA);
        return said != null ? said : Files.exists(in(usual)) ? usual : DemoCommand.DATA;
    }

    /** @throws Refused when nothing runs in {@code data} */
    static RunFile needed(Path data) throws IOException {
        return read(data)
                .filter(file -> !file.processes().isEmpty())
                .orElseThrow(() -> new Refused("nothing runs in %s: start it with ./plateflow up".formatted(data)));
    }

    static Optional<RunFile> read(Path data) throws IOException {
        Path file = in(data);
        return Files.exists(file)
                ? Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), RunFile.class))
                : Optional.empty();
    }

    void write(Path data) throws IOException {
        Path unfinished = data.resolve("run.unfinished");
        Files.write(unfinished, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(unfinished, in(data), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends what a killed supervisor left running: its services end by themselves, its database does not. */
    static void reap(Path data) throws IOException {
        Optional<RunFile> left = read(data);
        if (left.isPresent()) {
            List<ProcessHandle> orphans = left.get().processes().stream()
                    .flatMap(p -> p.handle().stream())
                    .toList();
            orphans.forEach(ProcessHandle::destroy);
            orphans.forEach(RunFile::awaitEnd);
            Files.delete(in(data));
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
