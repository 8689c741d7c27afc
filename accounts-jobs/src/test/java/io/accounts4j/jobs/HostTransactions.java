package io.accounts4j.jobs;

import io.accounts4j.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions as a host without any framework has them: a connection per thread. */
final class HostTransactions implements Transactions {

    private final DataSource dataSource;
    private final ThreadLocal<@Nullable Connection> open = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> actions = ThreadLocal.withInitial(ArrayList::new);

    HostTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Of the shape of {@link CurrentConnection}. */
    <T> T withConnection(Function<Connection, T> work) {
        Connection current = open.get();
        return current == null ? CurrentConnection.from(dataSource).apply(work) : work.apply(current);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (isOpen()) {
            return work.get();
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            open.set(connection);
            T result = committed(connection, work);
            actions.get().forEach(Runnable::run);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            open.remove();
            actions.remove();
        }
    }

    private static <T> T committed(Connection connection, Supplier<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.get();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (isOpen()) {
            actions.get().add(action);
        } else {
            action.run();
        }
    }

    @Override
    public boolean isOpen() {
        return open.get() != null;
    }
}
