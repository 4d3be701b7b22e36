package io.plateflow.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data directory that nothing runs on, as one ZIP file: the broker and the database as they stand together, and the
 * credentials. What is rebuilt at a start stays out.
 */
final class Backup {
    /** What there is to keep in a data directory. */
    static final List<String> KEPT = List.of("credentials.properties", "kafka", "mariadb");

    private final ZipOutputStream zip;
    private final Sums sums = new Sums(new TreeMap<>());
    private long bytes;

    private Backup(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** How much was written or read. */
    record Size(int files, long bytes) {}

    /**
     * Writes {@code to}, for its owner only; no such file is left when this fails.
     *
     * @throws Refused when {@code data} is in use or holds no data, or {@code to} exists
     */
    static Size write(Path data, Path to) throws IOException {
        if (!Files.exists(Credentials.file(data))) {
            throw new Refused("%s holds no data: name another directory with --data".formatted(data));
        }
        if (Files.exists(to)) {
            throw new Refused("%s exists already: name another file".formatted(to));
        }
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        try (DataDirectory held = DataDirectory.open(data)) {
            RunFile.reap(held.path());
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, Owner.FILE);
            Size size;
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                size = new Backup(zip).all(held.path());
            }
            Files.move(unfinished, to);
            return size;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Size all(Path data) throws IOException {
        for (Path path : paths(data)) {
            String name = data.relativize(path).toString();
            if (Files.isDirectory(path)) {
                zip.putNextEntry(new ZipEntry(name + "/"));
            } else {
                file(name, path);
            }
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(Sums.NAME));
        zip.write(sums.text());
        zip.closeEntry();
        return new Size(sums.byName().size(), bytes);
    }

    private void file(String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (DigestInputStream in = Sums.summing(Files.newInputStream(file))) {
            bytes += in.transferTo(zip);
            sums.put(name, in);
        }
    }

    private static List<Path> paths(Path data) throws IOException {
        try {
            return KEPT.stream()
                    .map(data::resolve)
                    .filter(Files::exists)
                    .flatMap(Backup::walk)
                    .filter(path -> Files.isDirectory(path) || Files.isRegularFile(path))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Stream<Path> walk(Path from) {
        try (Stream<Path> all = Files.walk(from)) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
