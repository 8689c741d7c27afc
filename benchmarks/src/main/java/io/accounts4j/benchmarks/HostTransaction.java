package io.accounts4j.benchmarks;

import io.accounts4j.jobs.CurrentConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The thinnest way in which a host has transactions: a connection per thread. */
final class HostTransaction implements CurrentConnection {

    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final DataSource dataSource;

    HostTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs {@code work} in one transaction. */
    void run(Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            work.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public <T> T apply(Function<Connection, T> work) {
        return work.apply(Objects.requireNonNull(CURRENT.get(), "no transaction is open"));
    }
}
