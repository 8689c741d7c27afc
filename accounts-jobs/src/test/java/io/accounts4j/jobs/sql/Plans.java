package io.accounts4j.jobs.sql;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plans of PostgreSQL for statements as they are bound, asked for in their place. */
final class Plans {

    /** Behind a plan that the server would compile. */
    static final String COMPILED = "Compiled by JIT";

    private static final Pattern COST = Pattern.compile("cost=[0-9.]+\\.\\.([0-9.]+)");

    private final Connection connection;
    private String plan = "";

    Plans(Connection connection) {
        this.connection = connection;
    }

    /** Something that sends one statement. */
    interface Sending {
        void on(Connection connection) throws SQLException;
    }

    /** The plan of the statement that {@code sending} sends; {@code mode} is a plan cache mode. */
    String of(String mode, Sending sending) throws SQLException {
        connection.setAutoCommit(false);
        execute("set local plan_cache_mode = " + mode);
        plan = "nothing was sent";
        try {
            sending.on((Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> method.getName().equals("prepareStatement")
                            ? explaining((String) arguments[0])
                            : method.invoke(connection, arguments)));
        } catch (Explained e) {
            return plan;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        throw new IllegalStateException(plan);
    }

    private PreparedStatement explaining(String sql) {
        Map<Integer, Object> bound = new TreeMap<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set")) {
                        bound.put((Integer) arguments[0], arguments[1]);
                    } else if (method.getName().startsWith("execute")) {
                        plan = explain(sql, bound);
                        throw new Explained();
                    }
                    return null;
                });
    }

    private String explain(String sql, Map<Integer, Object> bound) throws SQLException {
        int last = sql.lastIndexOf(";\n") + 1;
        if (last > 0) {
            execute(sql.substring(0, last));
        }
        String numbered = sql.substring(last);
        for (int parameter = 1; parameter <= bound.size(); parameter++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + parameter);
        }
        String values = bound.values().stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        execute("deallocate all");
        execute("prepare asked as " + numbered);
        StringBuilder lines = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "explain execute asked" + (values.isEmpty() ? "" : "(" + values + ")"))) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines + (isCompiled(lines.toString()) ? COMPILED : "");
    }

    /** As the server decides: by the estimated cost of the whole statement, whether or not it has a compiler here. */
    private boolean isCompiled(String explained) throws SQLException {
        Matcher cost = COST.matcher(explained);
        if (!cost.find()) {
            throw new IllegalStateException(explained);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('jit')::boolean and current_setting('jit_above_cost')::float8 < "
                                + cost.group(1))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends what sent the statement, which has no rows to read. */
    private static final class Explained extends SQLException {
        private static final long serialVersionUID = 1L;
    }
}
