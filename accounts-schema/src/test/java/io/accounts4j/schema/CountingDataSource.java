package io.accounts4j.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Sees every statement that is executed. */
final class CountingDataSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final DataSource dataSource;

    CountingDataSource(DataSource target) {
        this(target, sql -> {});
    }

    /** Calls {@code after} when a statement has been executed. */
    CountingDataSource(DataSource target, Consumer<String> after) {
        UnaryOperator<Object> watchStatement =
                statement -> watched(Statement.class, statement, (method, arguments, result) -> {
                    if (method.startsWith("execute") && arguments != null) {
                        statements.add((String) arguments[0]);
                        after.accept((String) arguments[0]);
                    }
                    return result;
                });
        this.dataSource = (DataSource) watched(
                DataSource.class,
                target,
                (method, arguments, result) -> result instanceof Connection connection
                        ? watched(
                                Connection.class,
                                connection,
                                (m, a, inner) -> m.equals("createStatement") ? watchStatement.apply(inner) : inner)
                        : result);
    }

    DataSource dataSource() {
        return dataSource;
    }

    List<String> statements() {
        return statements;
    }

    private static Object watched(Class<?> type, Object target, Watch watch) {
        return Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return watch.done(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private interface Watch {
        Object done(String method, Object[] arguments, Object result);
    }
}
