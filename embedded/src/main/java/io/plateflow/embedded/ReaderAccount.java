package io.plateflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The account that analysts ask with. It may read databases whose names begin with {@value EmbeddedDatabase#DATABASE} and end
 * with {@value #SUFFIX}, where there are views alone, and nothing else.
 */
public final class ReaderAccount {
    public static final String USER = "plateflow_reader";
    public static final String SUFFIX = "_read";

    private ReaderAccount() {}

    /**
     * What makes it, or brings it up to date; harmless to repeat. MySQL passes over the limit on a statement, in seconds,
     * that MariaDB keeps.
     */
    static List<String> statements(String password) {
        return List.of(
                "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'".formatted(USER, password),
                "ALTER USER '%s'@'%%' IDENTIFIED BY '%s' WITH MAX_USER_CONNECTIONS 10 /*M! MAX_STATEMENT_TIME 60 */"
                        .formatted(USER, password),
                "GRANT SELECT ON `plateflow%%\\_read`.* TO '%s'@'%%'".formatted(USER));
    }

    /** Writes them where the server reads them at its start; only its owner may read the file. */
    static Path write(Path home, String password) throws IOException {
        Path file = home.resolve("reader.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, String.join(";\n", statements(password)) + ";\n");
    }
}
