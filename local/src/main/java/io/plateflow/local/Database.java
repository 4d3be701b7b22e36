package io.plateflow.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to the database of a running instance. */
final class Database {
    private Database() {}

    /** One row of an answer. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Sees one moment of all tables until its transaction ends. */
    static Connection snapshot(RunFile run, Credentials credentials) throws SQLException {
        Connection connection = connect(run, credentials);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Sees what is committed at each question, in one transaction. */
    static Connection current(RunFile run, Credentials credentials) throws SQLException {
        Connection connection = connect(run, credentials);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    static <T> List<T> ask(Connection connection, String question, Row<T> row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<T> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(row.of(rows));
            }
            return answer;
        }
    }

    private static Connection connect(RunFile run, Credentials credentials) throws SQLException {
        return DriverManager.getConnection(run.databaseUrl(), "plateflow", credentials.database());
    }
}
