package io.accounts4j.jobs;

import io.accounts4j.jobs.sql.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Several statements as one: part of the transaction that is open, or in one of their own where none is. Their own is tried
 * again where the database ended it for the sake of another; whether one that is the caller's can be, only he knows.
 */
final class AllOrNone {

    private static final int ATTEMPTS = 10;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private AllOrNone() {}

    /** What is done; more than once, if need be. */
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T on(Connection connection, Work<T> work) throws SQLException {
        return again(connection, connection.getAutoCommit() ? () -> inItsOwn(connection, work) : work);
    }

    /** The same for one statement that changes anything, which needs no transaction. */
    static <T> T again(Connection connection, Work<T> work) throws SQLException {
        int attempts = connection.getAutoCommit() ? ATTEMPTS : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (attempt == attempts || !SqlFailures.isRolledBack(e)) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
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
