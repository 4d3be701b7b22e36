package io.plateflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final boolean RECORDING = true;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path target;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ClassArchive archive;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectory(target.resolve("lib"));
        archive = ClassArchive.of(Files.createFile(target.resolve("stats.jar")));
        Files.setLastModifiedTime(archive.jar(), FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(
                target.resolve("lib"), FileTime.from(Instant.now().minusSeconds(60)));
    }

    @Test
    void whatIsRecordedIsInUseOnlyOnceItIsKept() throws IOException {
        Path recorded = recorded();
        Files.writeString(recorded, "classes");
        assertThat(archive.isFresh()).isFalse();

        archive.keep();
        assertThat(archive.file()).hasContent("classes");
        assertThat(recorded).doesNotExist();
        assertThat(archive.options(RECORDING)).contains("-XX:SharedArchiveFile=" + archive.file());
    }

    @Test
    void nothingRecordedLeavesTheOneInUse() throws IOException {
        Files.writeString(archive.file(), "classes");
        archive.keep();
        assertThat(archive.file()).hasContent("classes");
    }

    @Test
    void aProgramBuiltAnewIsRecordedAnewByOneProcess() throws IOException {
        Files.writeString(archive.file(), "old classes");
        Files.setLastModifiedTime(archive.jar(), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(recorded()).isNotEqualTo(archive.file());
        assertThat(archive.options(!RECORDING)).isEmpty();
    }

    private Path recorded() {
        String option = "-XX:ArchiveClassesAtExit=";
        List<String> options = archive.options(RECORDING);
        return options.stream()
                .filter(o -> o.startsWith(option))
                .map(o -> Path.of(o.substring(option.length())))
                .findFirst()
                .orElseThrow();
    }
}
