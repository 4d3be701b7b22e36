package io.plateflow.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What a test's output need not show of the broker and of Docker. */
final class TestLogs {
    private TestLogs() {}

    /** Without a configuration logback shows everything; and no Docker is no error here. */
    static void quieten() {
        Map.of(
                        "kafka", Level.WARN,
                        "state.change.logger", Level.WARN,
                        "org.apache.kafka", Level.WARN,
                        "com.github.dockerjava", Level.WARN,
                        "org.testcontainers", Level.INFO,
                        "tc", Level.INFO,
                        "org.testcontainers.utility", Level.WARN,
                        "org.testcontainers.dockerclient", Level.OFF)
                .forEach((name, level) -> {
                    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                        logger.setLevel(level);
                    }
                });
    }
}
