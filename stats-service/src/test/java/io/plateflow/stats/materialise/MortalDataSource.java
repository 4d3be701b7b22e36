package io.plateflow.stats.materialise;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A way to the database that ends at a chosen step, as it does for a process that is killed: nothing passes any more, and
 * what was not committed is rolled back.
 */
final class MortalDataSource extends DelegatingDataSource {
    private static final Set<String> STEPS = Set.of("prepareStatement", "createStatement", "commit");
    private int stepsLeft = Integer.MAX_VALUE;

    MortalDataSource(DataSource database) {
        super(database);
    }

    /** Lets {@code steps} more statements and commits pass. A last step that is a commit succeeds, and nobody learns of it. */
    void dieAfter(int steps) {
        stepsLeft = steps;
    }

    @Override
    public Connection getConnection() throws SQLException {
        dead();
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (!name.equals("close") && !name.equals("isClosed")) {
                        dead();
                    }
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (STEPS.contains(name)) {
                            stepsLeft--;
                            dead();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private void dead() throws SQLException {
        if (stepsLeft <= 0) {
            throw new SQLException("killed");
        }
    }
}
