package io.accounts4j.integration;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A source of plain connections that says, for each statement and commit, when it is about to be sent and when it was. */
final class WatchedDataSource implements DataSource {

    private final String url;
    private final String user;
    private final String password;
    private volatile Consumer<String> watcher = point -> {};

    WatchedDataSource(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Has {@code told} hear of every point from now on, on the thread that is there. */
    void watch(Consumer<String> told) {
        watcher = told;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, DriverManager.getConnection(url, user, password));
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) {
        throw new UnsupportedOperationException();
    }

    private <T> T watched(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = method.getName();
            boolean point = name.startsWith("execute") || name.equals("commit");
            if (point) {
                watcher.accept("before " + name);
            }
            Object answer = invoke(() -> method.invoke(real, arguments));
            if (point) {
                watcher.accept("after " + name);
            }
            return answer instanceof Statement statement ? watchedStatement(method.getReturnType(), statement) : answer;
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private <T> Object watchedStatement(Class<T> type, Statement real) {
        return type.isInterface() && Statement.class.isAssignableFrom(type) ? watched(type, type.cast(real)) : real;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Call {
        Object make() throws Exception;
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
