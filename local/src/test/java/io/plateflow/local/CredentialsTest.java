package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path data = Path.of("");

    @Test
    void anOlderDirectoryGetsWhatIsNewAndKeepsTheRest() throws IOException {
        Files.writeString(Credentials.file(data), """
                ingest.key=k
                analyst.password=a
                operator.password=o
                admin.password=m
                database.password=d
                """);
        Credentials credentials = Credentials.loadOrCreate(data);
        assertThat(credentials.reader()).hasSize(24);
        assertThat(credentials.auditKey()).hasSize(43);
        assertThat(credentials)
                .isEqualTo(new Credentials("k", "a", "o", "m", "d", credentials.reader(), credentials.auditKey()))
                .isEqualTo(Credentials.loadOrCreate(data));
    }
}
