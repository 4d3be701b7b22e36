package io.plateflow.local.send;

import io.plateflow.contracts.Json;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A running instance as its directory describes it: addresses from {@code run.json}, keys from {@code
 * credentials.properties}.
 *
 * @param password of the user {@code analyst}
 */
record Instance(URI gateway, URI stats, String key, String password) {
    static final Path DEFAULT = Path.of(".plateflow");
    static final Path DEMO = Path.of(".plateflow-demo");

    /** The instance that runs in {@code data}; with none named, in one of the two default directories. */
    static Optional<Instance> running(@Nullable Path data) {
        return (data == null ? List.of(DEFAULT, DEMO) : List.of(data))
                .stream().filter(Instance::isRunning).findFirst().map(Instance::read);
    }

    private static boolean isRunning(Path directory) {
        Path run = directory.resolve("run.json");
        if (!Files.isReadable(run)) {
            return false;
        }
        long pid = Json.MAPPER.readTree(run).path("supervisor").path("pid").asLong(-1);
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Instance read(Path directory) {
        JsonNode run = Json.MAPPER.readTree(directory.resolve("run.json"));
        Properties credentials = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("credentials.properties"))) {
            credentials.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Instance(
                URI.create(run.required("ingest").asString()),
                URI.create(run.required("stats").asString()),
                credentials.getProperty("ingest.key", ""),
                credentials.getProperty("analyst.password", ""));
    }
}
