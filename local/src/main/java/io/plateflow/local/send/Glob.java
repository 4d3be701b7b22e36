package io.plateflow.local.send;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A pattern that no shell has replaced by files: one that was quoted, or would have named too many. */
final class Glob {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    private Glob() {}

    static boolean isOne(Path path) {
        return WILD.matcher(path.toString()).find() && !Files.exists(path);
    }

    /** The files that {@code pattern} names, in order of path; {@code **} crosses folders. */
    static List<Path> files(Path pattern) throws IOException {
        Path base = base(pattern);
        if (!Files.isDirectory(base)) {
            throw new NoSuchFileException(pattern.toString());
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> below = Files.walk(base, FileVisitOption.FOLLOW_LINKS)) {
            return below.filter(matcher::matches)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The folder above the first name that is a pattern. */
    private static Path base(Path pattern) {
        Path base = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
        for (Path name : pattern) {
            if (WILD.matcher(name.toString()).find()) {
                return base;
            }
            base = base.resolve(name);
        }
        return base;
    }
}
