package io.plateflow.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The first start of a data directory: system tables, one database, one user. */
final class MariaDbBootstrap {
    private MariaDbBootstrap() {}

    /** Makes {@code data}; it appears complete or not at all. */
    static void run(MariaDbCommand command, Path data, String password) throws IOException, InterruptedException {
        Path unfinished = data.resolveSibling("data.unfinished");
        Directories.delete(unfinished);
        Files.createDirectories(unfinished);
        Path log = data.resolveSibling("bootstrap.log");
        Process server = new ProcessBuilder(command.of(
                        unfinished, List.of("--bootstrap", "--innodb-flush-log-at-trx-commit=0", "--log-warnings=0")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream sql = server.getOutputStream()) {
            sql.write(bytes("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n"));
            for (String script : List.of("system_tables", "performance_tables", "system_tables_data")) {
                Files.copy(command.home().resolve("share/mariadb_" + script + ".sql"), sql);
                sql.write('\n');
            }
            sql.write(bytes(ours(password)));
        } catch (IOException e) {
            server.destroyForcibly();
            throw new IOException("MariaDB stopped during its first start, see " + log, e);
        }
        if (server.waitFor() != 0) {
            throw new IOException("MariaDB failed at its first start, see " + log);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The scripts create root without a password, reachable over TCP: only our user and the owner of the views stay. */
    private static String ours(String password) {
        return """
                CREATE DATABASE plateflow CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';
                DELETE FROM mysql.proxies_priv;
                FLUSH PRIVILEGES;
                CREATE USER 'plateflow'@'%%' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON `plateflow%%`.* TO 'plateflow'@'%%';
                """.formatted(password);
    }

    private static byte[] bytes(String sql) {
        return sql.getBytes(StandardCharsets.UTF_8);
    }
}
