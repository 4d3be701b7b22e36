package io.plateflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void theFirstOfTwoThatUnpackTheSameIsKept() throws IOException {
        Path name = directory.resolve("server");
        Directories.moveUnlessThere(withFile("first"), name);
        Directories.moveUnlessThere(withFile("second"), name);
        assertThat(name.resolve("first")).exists();
        assertThat(directory).isDirectoryNotContaining("glob:**/unpacking-*");
    }

    @Test
    void aMoveThatFailsForAnotherReasonIsSaid() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> Directories.moveUnlessThere(missing, directory.resolve("server")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path withFile(String name) throws IOException {
        Path unpacked = Files.createDirectory(directory.resolve("unpacking-" + name));
        Files.createFile(unpacked.resolve(name));
        return unpacked;
    }
}
