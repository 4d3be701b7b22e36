package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a run when its supervisor, a process here, ends in one way or another. */
class ProcessesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private @Nullable Process supervisor;

    @AfterEach
    void end() throws InterruptedException {
        if (supervisor != null) {
            supervisor.destroy();
            supervisor.waitFor();
        }
    }

    @Test
    void killedItLeavesOnlyTheDatabaseWhichTheNextStartEndsAndSigtermLeavesNothing() throws IOException {
        Process killed = start();
        List<ProcessHandle> first = children();
        killed.destroyForcibly();
        await().atMost(LIMIT)
                .until(() -> first.stream().filter(ProcessHandle::isAlive).count() <= 1);

        Process running = start();
        assertThat(first).noneMatch(ProcessHandle::isAlive);
        List<ProcessHandle> second = children();
        running.destroy();
        await().atMost(LIMIT).until(() -> !running.isAlive());
        assertThat(second).hasSize(6).noneMatch(ProcessHandle::isAlive);
    }

    private Process start() throws IOException {
        Path log = directory.resolve("supervisor.log");
        Files.deleteIfExists(log);
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeInstallation.class.getName(),
                        directory.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        supervisor = started;
        await().atMost(LIMIT).until(() -> Files.readString(log).contains("plateflow ready"));
        return started;
    }

    private List<ProcessHandle> children() throws IOException {
        return RunFile.read(directory.resolve("data")).orElseThrow().processes().stream()
                .map(process -> process.handle().orElseThrow())
                .toList();
    }
}
