package io.plateflow.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * MariaDB as a child process, set to behave as MySQL 8 does. Its user {@value #USER} may do all in databases whose names
 * begin with {@value #DATABASE}; the only other user is {@link ReaderAccount}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String USER = "plateflow";
    public static final String DATABASE = "plateflow";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process server;
    private final int port;

    private EmbeddedDatabase(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Where a database lives.
     *
     * @param binaries holds the unpacked server; may be shared by any number of databases
     * @param home holds this database; made on first start
     * @param log takes what the server says
     * @param port on 127.0.0.1
     * @param password of {@value EmbeddedDatabase#USER}, fixed at the first start: 8 to 128 of A–Z, a–z, 0–9, - and _
     * @param readerPassword of {@value ReaderAccount#USER}, set at each start: of the same letters
     */
    public record Settings(Path binaries, Path home, Path log, int port, String password, String readerPassword) {
        private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,128}");

        public Settings {
            if (!PASSWORD.matcher(password).matches()
                    || !PASSWORD.matcher(readerPassword).matches()) {
                throw new IllegalArgumentException(
                        "the database's passwords must be 8 to 128 of A-Z, a-z, 0-9, - and _");
            }
        }
    }

    /**
     * Returns once the server accepts connections. A server that a killed parent left on the same directory is stopped first.
     *
     * @throws IOException when it does not come up; the message names the log
     */
    public static EmbeddedDatabase start(Settings settings) throws IOException, InterruptedException {
        Path home = Files.createDirectories(settings.home()).toRealPath();
        Path data = home.resolve("data");
        reap(data);
        MariaDbCommand command = new MariaDbCommand(
                MariaDbBinaries.in(settings.binaries().toAbsolutePath()), Files.createDirectories(home.resolve("tmp")));
        if (!Files.exists(data)) {
            MariaDbBootstrap.run(command, data, settings.password());
        }
        Path initial = ReaderAccount.write(home, settings.readerPassword());
        Process server = new ProcessBuilder(Leash.deafToTerminal(command.serving(data, settings.port(), initial)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        EmbeddedDatabase database = new EmbeddedDatabase(server, settings.port());
        database.awaitConnections(settings.log());
        return database;
    }

    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(port, DATABASE);
    }

    /** The server's process, to be watched. */
    public Process process() {
        return server;
    }

    /** Ends the server as its own shutdown does; kills it when that takes more than 30 s. */
    @Override
    public void close() {
        stop(server.toHandle());
    }

    private void awaitConnections(Path log) throws IOException, InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!accepts()) {
            if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("MariaDB ended with code %d, see %s".formatted(server.exitValue(), log));
            }
            if (System.nanoTime() > limit) {
                close();
                throw new IOException("MariaDB was not up after %s, see %s".formatted(START_LIMIT, log));
            }
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected() && server.isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void reap(Path data) throws IOException {
        Path pid = data.resolve("mariadb.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                    .filter(process -> runs(process, data))
                    .ifPresent(EmbeddedDatabase::stop);
        }
    }

    /** The number may be another process's by now. */
    private static boolean runs(ProcessHandle process, Path data) {
        return process.info().commandLine().orElse("").contains("--datadir=" + data);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException tooLong) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
