package io.plateflow.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Directories as a whole. */
public final class Directories {
    private Directories() {}

    /**
     * Renames {@code complete} to {@code name}; deletes it instead when there is such a directory by now. The name never
     * stands for less than all of it.
     */
    static void moveUnlessThere(Path complete, Path name) throws IOException {
        try {
            Files.move(complete, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) { // of no narrower kind: "Directory not empty"
            if (!Files.isDirectory(name)) {
                throw another;
            }
            delete(complete);
        }
    }

    /** Deletes {@code directory} and what is in it; nothing when it is not there. Links are deleted, not followed. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
