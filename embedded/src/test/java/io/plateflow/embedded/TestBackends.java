package io.plateflow.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** The switch {@code -Dplateflow.test.backends=auto|docker|embedded}; {@code auto}, the default, asks for Docker once. */
final class TestBackends {
    static {
        quieten();
    }

    static final boolean DOCKER = switch (System.getProperty("plateflow.test.backends", "auto")) {
        case "docker" -> true;
        case "embedded" -> false;
        case "auto" -> DockerClientFactory.instance().isDockerAvailable();
        default -> throw new IllegalArgumentException("plateflow.test.backends is auto, docker or embedded");
    };

    /** Below the module's build directory, where a test leaves its files. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private TestBackends() {}

    /** Without a configuration logback shows everything; and no Docker is no error here. */
    private static void quieten() {
        Map.of(
                        "kafka", Level.WARN,
                        "state.change.logger", Level.WARN,
                        "org.apache.kafka", Level.WARN,
                        "com.github.dockerjava", Level.WARN,
                        "org.testcontainers", Level.INFO,
                        "org.testcontainers.dockerclient", Level.OFF)
                .forEach((name, level) -> {
                    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                        logger.setLevel(level);
                    }
                });
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
