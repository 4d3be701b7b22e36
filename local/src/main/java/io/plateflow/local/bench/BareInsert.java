package io.plateflow.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of a history, put by batches of JDBC into empty copies of their tables: what the database itself can take. */
final class BareInsert {
    static final List<String> TABLES = List.of("capture", "capture_image", "stay", "stay_capture", "charge");

    private static final String COPIES = "plateflow_bare";
    private static final int BATCH = 1_000;

    private final StatsBench.Database database;
    private long rows;
    private long nanos;

    BareInsert(StatsBench.Database database) {
        this.database = database;
    }

    /** Rows a second, over at most {@code most} rows of each table; reading them is not timed. */
    double rate(int most) throws SQLException {
        try (Connection from = database.open();
                Connection to = database.open()) {
            to.setAutoCommit(false);
            run(to, "DROP DATABASE IF EXISTS " + COPIES);
            run(to, "CREATE DATABASE " + COPIES);
            for (String table : TABLES) {
                String copy = COPIES + "." + table;
                run(to, "CREATE TABLE %s LIKE %s".formatted(copy, table));
                copy(from, to, "SELECT * FROM %s LIMIT %d".formatted(table, most), copy);
            }
            run(to, "DROP DATABASE " + COPIES);
        }
        return rows * 1e9 / nanos;
    }

    private void copy(Connection from, Connection to, String question, String copy) throws SQLException {
        try (Statement statement = from.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE); // the driver's word for row by row
            try (ResultSet row = statement.executeQuery(question);
                    PreparedStatement insert = to.prepareStatement(insert(copy, row.getMetaData()))) {
                int columns = row.getMetaData().getColumnCount();
                int waiting = 0;
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        insert.setObject(column, row.getObject(column));
                    }
                    insert.addBatch();
                    waiting++;
                    if (waiting == BATCH) {
                        write(to, insert, waiting);
                        waiting = 0;
                    }
                }
                write(to, insert, waiting);
            }
        }
    }

    private void write(Connection to, PreparedStatement insert, int batch) throws SQLException {
        if (batch == 0) {
            return;
        }
        long since = System.nanoTime();
        insert.executeBatch();
        to.commit();
        nanos += System.nanoTime() - since;
        rows += batch;
    }

    private static String insert(String table, ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
        }
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", names), String.join(", ", Collections.nCopies(names.size(), "?")));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
