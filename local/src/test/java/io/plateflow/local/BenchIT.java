package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every case of billing, through the HTTP interface of a running system. */
class BenchIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path data;

    @Test
    void everyCaseOfBillingEndsAsItMust() throws Exception {
        try (WholeSystem system = WholeSystem.start(data)) {
            assertThat(system.pids()).isNotEmpty();
            assertThat(Plateflow.commandLine().execute("bench", "billing", "--data", data.toString()))
                    .isZero();
            assertThat(Plateflow.commandLine().execute("recount", "--data", data.toString()))
                    .isZero();
            assertThat(Plateflow.commandLine().execute("reconcile", "--data", data.toString()))
                    .isZero();
        }
    }
}
