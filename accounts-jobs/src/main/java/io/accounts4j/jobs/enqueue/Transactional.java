package io.accounts4j.jobs.enqueue;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jdbc.store.Retries;
import io.accounts4j.jdbc.store.Retries.Work;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs several statements in the open transaction, or in one of their own. Retries its own transaction after a deadlock or
 * serialization failure; never retries the caller's transaction.
 */
final class Transactional {

    private static final int ATTEMPTS = 10;

    private Transactional() {}

    static <T> T on(Connection connection, Work<T> work) throws SQLException {
        return again(connection, connection.getAutoCommit() ? () -> inItsOwn(connection, work) : work);
    }

    /** The same for one statement that changes anything, which needs no transaction. */
    static <T> T again(Connection connection, Work<T> work) throws SQLException {
        return Retries.upTo(connection.getAutoCommit() ? ATTEMPTS : 1, SqlErrors::isRolledBack, work);
    }

    private static <T> T inItsOwn(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
