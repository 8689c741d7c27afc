package io.accounts4j.jobs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A source whose connections can be had to fail. */
final class FaultyDataSource {

    private final DataSource healthy;
    private final AtomicReference<@Nullable Supplier<Throwable>> fault = new AtomicReference<>();
    private final AtomicInteger commitsToLose = new AtomicInteger();
    private volatile BooleanSupplier commit = () -> true;
    private final AtomicInteger failures = new AtomicInteger();

    FaultyDataSource(DataSource healthy) {
        this.healthy = healthy;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    failIfBroken();
                    Object answer = call(() -> method.invoke(healthy, arguments));
                    return answer instanceof Connection connection ? watched(connection) : answer;
                });
    }

    /** From now on every connection, also one that is in use, fails with what {@code supplier} gives. */
    void fail(Supplier<Throwable> supplier) {
        fault.set(supplier);
    }

    void cut() {
        fail(() -> new SQLException("cut", "08006"));
    }

    void heal() {
        fault.set(null);
    }

    /** The first commit, or claim that commits by itself, after which {@code effect} holds succeeds, but its answer is lost. */
    void loseCommitOf(BooleanSupplier effect) {
        commit = effect;
        commitsToLose.set(1);
    }

    int failures() {
        return failures.get();
    }

    boolean hasCommitToLose() {
        return commitsToLose.get() > 0;
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("close")) {
                        failIfBroken();
                    }
                    Object answer = call(() -> method.invoke(connection, arguments));
                    if (method.getName().equals("commit")) {
                        loseAnswer();
                    }
                    return answer instanceof PreparedStatement statement
                                    && String.valueOf(arguments[0]).contains("'executing', attempt")
                                    && connection.getAutoCommit()
                            ? claiming(statement)
                            : answer;
                });
    }

    private PreparedStatement claiming(PreparedStatement statement) {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    Object answer = call(() -> method.invoke(statement, arguments));
                    if (Set.of("execute", "executeQuery").contains(method.getName())) {
                        loseAnswer();
                    }
                    return answer;
                });
    }

    private void loseAnswer() throws SQLException {
        if (hasCommitToLose() && commit.getAsBoolean() && commitsToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new SQLException("the answer to the commit is lost", "08006");
        }
    }

    private void failIfBroken() throws Throwable {
        Supplier<Throwable> broken = fault.get();
        if (broken != null) {
            failures.incrementAndGet();
            throw broken.get();
        }
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Call {
        Object make() throws Exception;
    }
}
