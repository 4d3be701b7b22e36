package io.plateflow.local.send;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A photo on the disk.
 *
 * @param contentType by the file's ending
 */
record PhotoFile(Path path, String contentType) {
    private static final Map<String, String> TYPES =
            Map.of("jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "webp", "image/webp");

    /** The photos among {@code paths}, patterns of them, and in the folders below, in order of path, each once. */
    static List<PhotoFile> under(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Glob.isOne(path)) {
                files.addAll(Glob.files(path));
                continue;
            }
            try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files.stream().distinct().flatMap(file -> of(file).stream()).toList();
    }

    /** Empty when the file's ending is no photo's. */
    static Optional<PhotoFile> of(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending)).map(type -> new PhotoFile(file, type));
    }
}
