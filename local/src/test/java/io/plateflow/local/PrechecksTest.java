package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything starts, and in which words. */
class PrechecksTest {
    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Linux, aarch64", "Windows 11, amd64"})
    void namesDockerWhereTheBuiltInServersCannotRun(String system, String architecture) {
        assertThatThrownBy(() -> Prechecks.platform(system, architecture))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("docker compose up");
    }

    @Test
    void runsOnLinuxOnX64() {
        assertThatCode(() -> Prechecks.platform("Linux", "amd64")).doesNotThrowAnyException();
    }

    @Test
    void refusesTooLittleMemory() {
        Options small = options(1);
        assertThatThrownBy(() -> Prechecks.memory("MemAvailable:    1048576 kB\n", small))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1.0 GiB of memory are available");
        assertThatCode(() -> Prechecks.memory("MemAvailable:    4194304 kB\n", small))
                .doesNotThrowAnyException();
    }

    @Test
    void needsMoreMemoryForMoreWorkers() {
        assertThatThrownBy(() -> Prechecks.memory("MemAvailable:    4194304 kB\n", options(8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("fewer processes");
    }

    @Test
    void namesWhatIsNotBuilt() {
        assertThatThrownBy(() -> Prechecks.build(List.of(Path.of("nowhere", "service.jar"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nowhere/service.jar")
                .hasMessageContaining("mvnw");
    }

    private static Options options(int ocrWorkers) {
        return new Options(Path.of("data"), false, ocrWorkers, 1, 1, 0, 0, 0, "127.0.0.1");
    }
}
