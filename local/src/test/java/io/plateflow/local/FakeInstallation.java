package io.plateflow.local;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The real broker and database, with {@link FakeService} in place of each service. */
final class FakeInstallation {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private FakeInstallation() {}

    static Installation create() {
        Program fake = new Program(CLASS_PATH, FakeService.class.getName(), List.of("-Xmx32m"), null);
        return new Installation(
                Path.of("target", "cache").toAbsolutePath(),
                Installation.broker(CLASS_PATH, null),
                Stream.of(Role.values()).collect(toMap(role -> role, role -> fake)));
    }

    /** A supervisor as a process of its own, on the data directory that is its argument. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Supervisor.start(Options.onFreePorts(Path.of(args[0])), create(), System.out::println);
        System.out.println("plateflow ready");
        new CountDownLatch(1).await();
    }
}
