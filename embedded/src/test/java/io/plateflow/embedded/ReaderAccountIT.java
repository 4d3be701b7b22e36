package io.plateflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account for analysts, in data that are older than it or its password. */
class ReaderAccountIT {
    private static final String SERVICE = "of-the-service";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path home;

    @Test
    void isThereAtEachStartWithThePasswordOfThatStart() throws Exception {
        try (EmbeddedDatabase database = start("first-password")) {
            assertThat(answer(database, ReaderAccount.USER, "first-password", "SELECT 1"))
                    .isEqualTo("1");
        }
        try (EmbeddedDatabase database = start("second-password")) {
            assertThat(answer(database, ReaderAccount.USER, "second-password", "SELECT 2"))
                    .isEqualTo("2");
            assertThatThrownBy(() -> answer(database, ReaderAccount.USER, "first-password", "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThat(answer(database, EmbeddedDatabase.USER, SERVICE, "SELECT 3"))
                    .isEqualTo("3");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("reader.sql"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAPasswordThatIsMoreThanOne() {
        for (String password : List.of("short", "eight or' more")) {
            assertThatThrownBy(() -> start(password)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private EmbeddedDatabase start(String readerPassword) throws Exception {
        return EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                TestBackends.TARGET,
                home,
                home.resolve("mariadb.log"),
                TestBackends.freePort(),
                SERVICE,
                readerPassword));
    }

    private static String answer(EmbeddedDatabase database, String user, String password, String question)
            throws SQLException {
        String url = database.jdbcUrl().replace("/plateflow?", "/?");
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
