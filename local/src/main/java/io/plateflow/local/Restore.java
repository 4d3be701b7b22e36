package io.plateflow.local;

import io.plateflow.embedded.Directories;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A {@link Backup} back into an empty data directory: all of it, verified, or nothing. */
final class Restore {
    private final ZipInputStream zip;
    private final Path into;
    private final Sums sums = new Sums(new TreeMap<>());
    private long bytes;

    private Restore(ZipInputStream zip, Path into) {
        this.zip = zip;
        this.into = into;
    }

    /** @throws Refused when {@code from} is no whole backup, or {@code data} is not empty; {@code data} is as before then */
    static Backup.Size read(Path from, Path data) throws IOException {
        if (Files.exists(data) && !isEmpty(data)) {
            throw new Refused("%s is not empty: name a new directory with --data".formatted(data));
        }
        Path whole = data.toAbsolutePath().normalize();
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        Directories.delete(unfinished);
        Files.createDirectories(whole.resolveSibling("."));
        Files.createDirectory(unfinished, Owner.DIRECTORY);
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
            Backup.Size size = new Restore(zip, unfinished).all(from);
            Files.deleteIfExists(whole);
            Files.move(unfinished, whole);
            return size;
        } catch (NoSuchFileException e) {
            throw new Refused("no such file: " + from, e);
        } catch (ZipException | EOFException e) {
            throw new Refused("%s is damaged: %s".formatted(from, e.getMessage()), e);
        } finally {
            Directories.delete(unfinished);
        }
    }

    private Backup.Size all(Path from) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(Sums.NAME)) {
                if (!Arrays.equals(zip.readAllBytes(), sums.text())) {
                    throw new Refused("%s is damaged: its files have other sums than it says".formatted(from));
                }
                return new Backup.Size(sums.byName().size(), bytes);
            }
            Path path = into.resolve(entry.getName()).normalize();
            if (!path.startsWith(into)
                    || !Backup.KEPT.contains(into.relativize(path).getName(0).toString())) {
                throw new Refused("%s is no backup of plateflow: it holds %s".formatted(from, entry.getName()));
            }
            if (entry.isDirectory()) {
                Files.createDirectory(path, Owner.DIRECTORY);
            } else {
                file(entry.getName(), path);
            }
        }
        throw new Refused("%s is no whole backup of plateflow: it has no %s".formatted(from, Sums.NAME));
    }

    private void file(String name, Path file) throws IOException {
        Files.createFile(file, Owner.FILE);
        DigestInputStream in = Sums.summing(zip);
        try (OutputStream out = Files.newOutputStream(file)) {
            bytes += in.transferTo(out);
        }
        sums.put(name, in);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        }
    }
}
