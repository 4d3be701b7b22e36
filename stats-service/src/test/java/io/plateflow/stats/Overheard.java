package io.plateflow.stats;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A way to the database on which each statement is explained, with its parameters, before it runs for the first time. */
public final class Overheard extends DelegatingDataSource {
    private final Map<String, List<Step>> plans = new ConcurrentSkipListMap<>();

    /**
     * How one table is read.
     *
     * @param type as EXPLAIN names it: ALL is the whole table, index the whole of an index
     * @param possible keys that could lead to the rows; null: none does
     */
    public record Step(String table, String type, @Nullable String possible, String extra) {
        /** A small table may well be read whole, as long as a key could lead to its rows. */
        boolean isScan(Set<String> large) {
            boolean whole = type.equals("ALL") || (type.equals("index") && !extra.contains("Using index for group-by"));
            return whole && !table.startsWith("<") && (possible == null || large.contains(table));
        }
    }

    /** Sets a parameter of a statement as it was set on another. */
    private interface Parameter {
        void setOn(PreparedStatement statement) throws Exception;
    }

    public Overheard(DataSource database) {
        super(database);
    }

    /** How each statement is carried out, table by table. */
    public Map<String, List<Step>> plans() {
        return plans;
    }

    /** Statements that read a whole table though it is {@code large}, or no key leads to the rows that they mean. */
    public List<String> scans(Set<String> large) {
        return plans.entrySet().stream()
                .filter(plan -> plan.getValue().stream().anyMatch(step -> step.isScan(large)))
                .map(plan -> plan.getKey() + " " + plan.getValue())
                .toList();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? heard(connection, String.valueOf(arguments[0]), statement)
                    : result;
        });
    }

    private PreparedStatement heard(Connection connection, String sql, PreparedStatement statement) {
        List<Parameter> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                parameters.add(other -> method.invoke(other, arguments));
            } else if (method.getName().startsWith("execute")
                    || method.getName().equals("addBatch")) {
                explain(connection, sql, parameters);
            }
            return method.invoke(statement, arguments);
        });
    }

    private void explain(Connection connection, String sql, List<Parameter> parameters) throws Exception {
        String one = sql.strip().replaceAll("\\s+", " ").replaceAll("\\(\\?(, \\?)+\\)", "(?…)");
        if (plans.containsKey(one) || one.startsWith("INSERT")) {
            return;
        }
        List<Step> plan = new ArrayList<>();
        plans.put(one, plan);
        try (PreparedStatement explained = connection.prepareStatement("EXPLAIN " + sql)) {
            for (Parameter parameter : parameters) {
                parameter.setOn(explained);
            }
            ResultSet row = explained.executeQuery();
            while (row.next()) {
                plan.add(new Step(
                        String.valueOf(row.getString("table")),
                        String.valueOf(row.getString("type")),
                        row.getString("possible_keys"),
                        String.valueOf(row.getString("Extra"))));
            }
        }
    }

    private interface Handler {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return handler.call(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
