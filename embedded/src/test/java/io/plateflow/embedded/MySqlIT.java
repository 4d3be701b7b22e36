package io.plateflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The database server that all integration tests stand on. */
class MySqlIT {
    @Test
    void eachDatabaseIsNewAndBehavesAsMySql8() throws SQLException {
        TestMySql.Database first = TestMySql.fresh();
        TestMySql.Database second = TestMySql.fresh();
        assertThat(second.jdbcUrl()).isNotEqualTo(first.jdbcUrl());
        try (Connection connection = DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@transaction_isolation, @@collation_database, @@max_allowed_packet, @@sql_mode")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("READ-COMMITTED");
            assertThat(row.getString(2)).isEqualTo("utf8mb4_bin");
            assertThat(row.getLong(3)).isEqualTo(64L * 1024 * 1024);
            assertThat(row.getString(4)).contains("STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY");
        }
    }

    @Test
    void refusesAWrongPassword() {
        TestMySql.Database database = TestMySql.fresh();
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong-password"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void refusesRootWithoutAPassword() {
        TestMySql.Database database = TestMySql.fresh();
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }
}
