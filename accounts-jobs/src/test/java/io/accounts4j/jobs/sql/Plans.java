package io.accounts4j.jobs.sql;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How PostgreSQL would go about a statement, asked of the statement as it is bound, in its place. */
final class Plans {

    private final Connection connection;
    private String plan = "";

    Plans(Connection connection) {
        this.connection = connection;
    }

    /** Something that sends one statement. */
    interface Sending {
        void on(Connection connection) throws SQLException;
    }

    /** The plan of what {@code sending} sends; {@code mode} is a plan cache mode. */
    String of(String mode, Sending sending) throws SQLException {
        execute("set plan_cache_mode = " + mode);
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
        String numbered = sql;
        for (int parameter = 1; parameter <= bound.size(); parameter++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + parameter);
        }
        String values = bound.values().stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
        execute("deallocate all");
        execute("prepare asked as " + numbered);
        StringBuilder lines = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain execute asked(" + values + ")")) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
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
