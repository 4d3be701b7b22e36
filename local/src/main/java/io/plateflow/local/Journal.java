package io.plateflow.local;

import io.plateflow.local.RunFile.Running;
import io.plateflow.local.RunFile.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps {@link RunFile} true while children come and go. */
final class Journal {
    /** Samples of the directory's size: with one every 5 min the last 2 h. */
    private static final int SAMPLES = 24;

    private final Path data;
    private final Roster roster;
    private final List<Child> children;
    private final List<Usage> usage = new ArrayList<>();
    private boolean over;

    Journal(Path data, Roster roster, List<Child> children) {
        this.data = data;
        this.roster = roster;
        this.children = children;
    }

    /** Nothing once the run is over: a child that comes up late must not bring the file back. */
    synchronized void write() {
        if (over) {
            return;
        }
        List<Running> running = new ArrayList<>();
        for (Child child : children) {
            Process process = child.process();
            if (process != null) {
                running.add(running(child.name(), process.toHandle(), child.health(), child.deaths()));
            }
        }
        Running self = running("supervisor", ProcessHandle.current(), null, 0);
        try {
            new RunFile(
                            self,
                            roster.kafka(),
                            roster.databaseUrl(),
                            roster.ingest(),
                            roster.stats(),
                            running,
                            List.copyOf(usage))
                    .write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes how large the data directory is by now. */
    synchronized void sample() {
        usage.add(new Usage(Instant.now(), size(data)));
        if (usage.size() > SAMPLES) {
            usage.remove(0);
        }
        write();
    }

    /** Ends the record: nobody runs here any more. */
    synchronized void delete() throws IOException {
        over = true;
        Files.deleteIfExists(RunFile.in(data));
    }

    /** Bytes of all files below {@code directory}; files that go away meanwhile count for nothing. */
    static long size(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(Journal::bytes).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return size(directory);
            }
            throw e;
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Running running(String name, ProcessHandle process, @Nullable URI health, int deaths) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new Running(name, process.pid(), started, health, deaths);
    }
}
