package io.plateflow.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The switch {@code -Dplateflow.test.backends=auto|docker|embedded}; {@code auto}, the default, takes Docker where the
 * images are there or can be pulled.
 */
final class TestBackends {
    static {
        TestLogs.quieten();
    }

    static final boolean DOCKER = switch (System.getProperty("plateflow.test.backends", "auto")) {
        case "docker" -> demanded();
        case "embedded" -> false;
        case "auto" -> possible();
        default -> throw new IllegalArgumentException("plateflow.test.backends is auto, docker or embedded");
    };

    /** Below the module's build directory, where a test leaves its files. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private TestBackends() {}

    private static boolean demanded() {
        Optional<String> hindrance = TestImages.hindrance();
        if (hindrance.isPresent()) {
            throw new IllegalStateException("plateflow.test.backends is docker, but " + hindrance.get());
        }
        return true;
    }

    private static boolean possible() {
        Optional<String> hindrance = TestImages.hindrance();
        hindrance.ifPresent(why -> LoggerFactory.getLogger(TestBackends.class)
                .warn("Tests run on the embedded broker and database: {}", why));
        return hindrance.isEmpty();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
