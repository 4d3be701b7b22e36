package io.plateflow.local;

import io.plateflow.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be started.
 *
 * @param cache for what is unpacked once for all data directories: the database server, the reader's models
 */
record Installation(Path cache, Program broker, Map<Role, Program> services) {

    Installation {
        services = Map.copyOf(services);
    }

    /** The working tree that the {@code plateflow} script names. */
    static Installation here() throws IOException {
        return at(Path.of(System.getProperty("plateflow.root", ".")).toRealPath());
    }

    /** The built working tree {@code root}. */
    static Installation at(Path root) throws IOException {
        Path local = jar(root, "local");
        List<Path> jars = new ArrayList<>(List.of(local));
        for (Role role : Role.values()) {
            jars.add(jar(root, role.module));
        }
        Prechecks.build(jars);
        Path leash = leash(local.resolveSibling("lib"));
        Map<Role, Program> services = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            services.put(role, Program.of(leash, jar(root, role.module), role.heap));
        }
        return new Installation(
                local.resolveSibling("cache"), broker(local.toString(), ClassArchive.of(local, "broker")), services);
    }

    /** The same with one more setting of the broker, by Kafka's name. */
    Installation withBroker(String setting, String value) {
        List<String> options = new ArrayList<>(broker.jvmOptions());
        options.add("-D" + EmbeddedBroker.SETTING + setting + "=" + value);
        return new Installation(
                cache, new Program(broker.classPath(), broker.mainClass(), options, broker.archive()), services);
    }

    static Program broker(String classPath, @org.jspecify.annotations.Nullable ClassArchive archive) {
        return new Program(
                classPath,
                EmbeddedBroker.class.getName(),
                List.of("-Xmx384m", "-Dlogback.configurationFile=io/plateflow/embedded/broker-logback.xml"),
                archive);
    }

    /** Through links: a class-data archive knows its jars by their paths. */
    private static Path jar(Path root, String module) throws IOException {
        Path target = root.resolve(module).resolve("target");
        return (Files.exists(target) ? target.toRealPath() : target).resolve(module + ".jar");
    }

    private static Path leash(Path libraries) throws IOException {
        try (Stream<Path> files = Files.list(libraries)) {
            return files.filter(f -> f.getFileName().toString().startsWith("embedded-"))
                    .findFirst()
                    .orElseThrow(() -> new Refused(libraries + " is incomplete: run ./mvnw -DskipTests package"));
        }
    }
}
