package io.accounts4j.jobs;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The connection of the current transaction, lent for one piece of work. A store offers a method of this shape, so that a
 * host writes {@code JdbcJobQueue.on(store::withConnection)}. The borrower neither commits nor closes it.
 */
@FunctionalInterface
public interface CurrentConnection {

    /** Runs {@code work} on the connection and returns what it returns. */
    <T> T apply(Function<Connection, T> work);

    /** Always {@code connection}: for a host that opened a transaction on it. As thread-safe as the connection is. */
    static CurrentConnection of(Connection connection) {
        return new CurrentConnection() {
            @Override
            public <T> T apply(Function<Connection, T> work) {
                return work.apply(connection);
            }
        };
    }

    /** A connection of its own for each piece of work, committed at once: for jobs that belong to no transaction. */
    static CurrentConnection from(DataSource dataSource) {
        return new CurrentConnection() {
            @Override
            public <T> T apply(Function<Connection, T> work) {
                try (Connection connection = dataSource.getConnection()) {
                    connection.setAutoCommit(true);
                    return work.apply(connection);
                } catch (SQLException e) {
                    throw SqlErrors.noConnection("no connection to queue a job with", e);
                }
            }
        };
    }
}
