package io.plateflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.mysql.MySQLContainer;

/** One database server for all tests of this JVM; it ends with the JVM. */
public final class TestMySql {
    private static final String PASSWORD = "only-for-tests";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestMySql() {}

    /**
     * A database and who may do all in it.
     *
     * @param jdbcUrl with a query part, so that options are added with {@code &}
     */
    public record Database(String jdbcUrl, String user, String password) {}

    /** A new, empty database; the first call starts the server. */
    public static Database fresh() {
        Database server = Started.SERVER;
        String name = "plateflow_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return new Database(server.jdbcUrl().replaceFirst("/plateflow\\?", "/" + name + "?"), server.user(), PASSWORD);
    }

    /** The views of {@code database} as analysts reach them. */
    public static Database read(Database database) {
        return new Database(
                database.jdbcUrl().replaceFirst("\\?", ReaderAccount.SUFFIX + "?"), ReaderAccount.USER, PASSWORD);
    }

    private static final class Started {
        static final Database SERVER = start();

        private static Database start() {
            try {
                return TestBackends.DOCKER ? container() : embedded();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no database server for the tests", e);
            }
        }

        @SuppressWarnings("resource") // Ryuk removes the container with the JVM.
        private static Database container() {
            MySQLContainer container = new MySQLContainer(TestImages.MYSQL)
                    .withUsername("root")
                    .withPassword(PASSWORD)
                    .withDatabaseName("plateflow")
                    .withUrlParam("sslMode", "DISABLED")
                    .withUrlParam("allowPublicKeyRetrieval", "true")
                    .withCommand(
                            "--character-set-server=utf8mb4",
                            "--collation-server=utf8mb4_bin",
                            "--transaction-isolation=READ-COMMITTED",
                            "--max-allowed-packet=64M");
            container.start();
            try (Connection connection = container.createConnection("");
                    Statement statement = connection.createStatement()) {
                for (String one : ReaderAccount.statements(PASSWORD)) {
                    statement.execute(one);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("no account for analysts", e);
            }
            return new Database(container.getJdbcUrl(), "root", PASSWORD);
        }

        @SuppressWarnings("resource") // Closed by the hook.
        private static Database embedded() throws IOException, InterruptedException {
            Path home = Files.createTempDirectory("plateflow-mariadb-");
            EmbeddedDatabase database = EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                    TestBackends.TARGET,
                    home,
                    home.resolve("mariadb.log"),
                    TestBackends.freePort(),
                    PASSWORD,
                    PASSWORD));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, home)));
            return new Database(database.jdbcUrl(), EmbeddedDatabase.USER, PASSWORD);
        }

        private static void end(EmbeddedDatabase database, Path home) {
            database.close();
            try {
                Directories.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
