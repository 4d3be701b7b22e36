package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void takesNoWarningForAnErrorBecauseItsTextNamesOne() throws IOException {
        assertThat(lastErrorOf("{\"log\":{\"level\":\"WARN\"},\"message\":\"set the level to ERROR\"}\n"))
                .isNull();
    }

    @Test
    void tellsTheNewestErrorOfAJsonLog() throws IOException {
        assertThat(lastErrorOf("""
                {"@timestamp":"T1","log":{"level":"ERROR"},"message":"first"}
                {"@timestamp":"T2","log":{"level":"ERROR"},"message":"second"}
                {"@timestamp":"T3","log":{"level":"INFO"},"message":"well again"}
                """)).isEqualTo("T2 second");
    }

    @Test
    void tellsTheErrorOfAPlainLog() throws IOException {
        assertThat(lastErrorOf("2026-03-02 9:00:00 0 [ERROR] InnoDB: no space\n"))
                .isEqualTo("2026-03-02 9:00:00 0 [ERROR] InnoDB: no space");
    }

    private @Nullable String lastErrorOf(String log) throws IOException {
        Path file = Files.writeString(directory.resolve("a.log"), log);
        return new LogFile(file).lastError();
    }
}
