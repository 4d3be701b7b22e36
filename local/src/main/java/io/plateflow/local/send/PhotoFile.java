package io.plateflow.local.send;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A photo on the disk.
 *
 * @param contentType by the file's ending
 */
record PhotoFile(Path path, String contentType) {
    private static final Map<String, String> TYPES =
            Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "webp", "image/webp");

    /** The photos among {@code paths} and in the folders below them, in order of path, each once. */
    static List<PhotoFile> under(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files.stream()
                .distinct()
                .flatMap(file -> {
                    String type = typeOf(file);
                    return type == null ? Stream.empty() : Stream.of(new PhotoFile(file, type));
                })
                .toList();
    }

    private static @Nullable String typeOf(Path file) {
        String name = file.getFileName().toString();
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
