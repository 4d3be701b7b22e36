package io.plateflow.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one {@link WholeSystem} of all classes that leave it fit for others: a start costs a minute of two cores. A class keeps
 * to plates and places of its own.
 */
final class RunningSystem implements AutoCloseable {
    /** Of the lock that its classes hold, one at a time. */
    static final String NAME = "running system";

    private final Path directory;
    private Path data;
    private @Nullable WholeSystem running;

    private RunningSystem() {
        try {
            directory = Files.createTempDirectory("plateflow-whole");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data = directory.resolve("data");
    }

    WholeSystem system() throws IOException {
        if (running == null) {
            running = WholeSystem.start(data);
        }
        return running;
    }

    Path data() {
        return data;
    }

    /** Until somebody asks for it again; returns where its data lies. */
    Path stop() {
        if (running != null) {
            running.close();
            running = null;
        }
        return data;
    }

    /** What starts next has its data at {@code restored}. */
    void goOnAt(Path restored) {
        stop();
        data = restored;
    }

    /** A place for data that lasts as long as the tests. */
    Path place(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands it to constructors and tests that ask for one. */
    static final class Shared implements ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(RunningSystem.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(RunningSystem.class, key -> new RunningSystem(), RunningSystem.class);
        }
    }
}
