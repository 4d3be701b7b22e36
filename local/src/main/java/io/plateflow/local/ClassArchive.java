package io.plateflow.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of a program as the JVM had them in memory, mapped at the next start: it is recorded when a process ends
 * cleanly and is worth half of the start-up time.
 *
 * @param file of this JVM's version; any other JVM would ignore it
 * @param jar of the program; its libraries are in {@code lib} beside it
 */
record ClassArchive(Path file, Path jar) {
    /** Beside {@code jar}, so that a clean build takes it away. */
    static ClassArchive of(Path jar) {
        return of(jar, requireNonNull(jar.getFileName()).toString().replaceFirst("\\.jar$", ""));
    }

    /** For a program {@code name} that shares its {@code jar} with others. */
    static ClassArchive of(Path jar, String name) {
        return new ClassArchive(jar.resolveSibling(name + "-" + Runtime.version() + ".jsa"), jar);
    }

    /** JVM options that use the archive when it is newer than the program, and record it anew when not. */
    List<String> options(boolean recording) {
        // An unusable archive is ignored by the JVM; its warnings would only stand in the log.
        String quiet = "-Xlog:cds=off,cds+dynamic=off,class+path=off";
        if (isFresh()) {
            return List.of(quiet, "-XX:SharedArchiveFile=" + file);
        }
        return recording ? List.of(quiet, "-XX:ArchiveClassesAtExit=" + recorded()) : List.of();
    }

    /** Takes into use what a process of this run recorded as it ended; another run of the program may do so at the same time. */
    void keep() {
        try {
            Files.move(recorded(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException none) {
            // Nothing was recorded: the next start is as slow as this one was.
        }
    }

    private Path recorded() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }

    boolean isFresh() {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(newestOfProgram()) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileTime newestOfProgram() throws IOException {
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            return Stream.concat(Stream.of(jar), libraries)
                    .map(ClassArchive::modified)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
