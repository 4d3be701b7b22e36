package io.plateflow.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of {@code mariadbd}.
 *
 * @param home the server's directory
 * @param temporary an existing directory for its temporary files
 */
record MariaDbCommand(Path home, Path temporary) {
    private static final List<String> SERVING = List.of(
            "--bind-address=127.0.0.1",
            // Relative to the data directory: a socket's path may have 107 bytes at most.
            "--socket=mariadb.sock",
            "--pid-file=mariadb.pid",
            "--skip-ssl",
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--default-time-zone=+00:00",
            "--transaction-isolation=READ-COMMITTED",
            // MySQL 8's default.
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
            "--max-allowed-packet=64M",
            "--innodb-log-file-size=128M",
            "--performance-schema=OFF");

    private static final long SMALLEST_POOL = 256L << 20;
    private static final long LARGEST_POOL = 4L << 30;

    List<String> of(Path data, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                MariaDbBinaries.server(home).toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--lc-messages-dir=" + home.resolve("share"),
                "--tmpdir=" + temporary));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(options);
        return command;
    }

    /** @param initial a file of statements that the server executes before it serves */
    List<String> serving(Path data, int port, Path initial) {
        List<String> options = new ArrayList<>(SERVING);
        options.add("--innodb-buffer-pool-size=" + bufferPool(machine()));
        options.add("--port=" + port);
        options.add("--init-file=" + initial);
        return of(data, options);
    }

    /**
     * Bytes that rows and indexes are kept in: a sixteenth of the machine's memory, so that a million captures are found without
     * the disk on a large one, and a small one is left to the services.
     */
    static long bufferPool(long machine) {
        return Math.min(LARGEST_POOL, Math.max(SMALLEST_POOL, machine / 16));
    }

    private static long machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : SMALLEST_POOL;
    }
}
