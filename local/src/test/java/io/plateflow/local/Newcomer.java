package io.plateflow.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody who types what the README says, in a checkout of their own that shares this one's build. */
record Newcomer(Path checkout) {
    private static final long LIMIT_SECONDS = 120;

    static Newcomer in(Path empty) throws IOException {
        Path root = Path.of("..").toRealPath();
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.filter(Newcomer::isOfTheRepository).toList()) {
                Files.createSymbolicLink(empty.resolve(entry.getFileName().toString()), entry);
            }
        }
        freshen(root);
        return new Newcomer(empty);
    }

    /**
     * These jars were built before this test. Maven leaves one as it was when what went into it is the same, however old; any
     * other keeps its time, which its class-data archive goes by.
     */
    private static void freshen(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.toList()) {
                Path jar = module.resolve("target").resolve(module.getFileName() + ".jar");
                if (Files.exists(jar) && Files.getLastModifiedTime(jar).compareTo(newestSource(root, module)) <= 0) {
                    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
                }
            }
        }
    }

    private static FileTime newestSource(Path root, Path module) throws IOException {
        try (Stream<Path> sources = Files.walk(module.resolve("src/main"))) {
            FileTime newest = Files.getLastModifiedTime(root.resolve("pom.xml"));
            for (Path source : Stream.concat(
                            sources, Stream.of(module.resolve("pom.xml"), root.resolve("openapi.yaml")))
                    .toList()) {
                FileTime modified = Files.getLastModifiedTime(source);
                newest = modified.compareTo(newest) > 0 ? modified : newest;
            }
            return newest;
        }
    }

    /** Types {@code command}; returns what it printed once it ended with 0. */
    String type(String command, Map<String, String> variables) throws IOException, InterruptedException {
        Path output = Files.createTempFile(checkout, "output", ".txt");
        Process process = start(command, variables, output);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                .as("the end of: %s", command)
                .isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as("%s%n%s", command, printed).isZero();
        return printed;
    }

    /** Types {@code command} and lets it run. */
    Process start(String command, Map<String, String> variables, Path output) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "exec " + command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("JAVA_HOME", requireNonNull(System.getProperty("java.home")));
        shell.environment().remove("JAVA_TOOL_OPTIONS"); // of the tests; it is announced in what a command prints
        shell.environment().putAll(variables);
        return shell.start();
    }

    private static boolean isOfTheRepository(Path entry) {
        return !entry.getFileName().toString().startsWith(".");
    }
}
