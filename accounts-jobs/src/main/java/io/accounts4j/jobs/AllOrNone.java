package io.accounts4j.jobs;

import io.accounts4j.jobs.sql.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Several statements as one: part of the transaction that is open, or in one of their own where none is. Their own is tried
 * again where the database ended it for the sake of another; whether one that is the caller's can be, only he knows.
 */
final class AllOrNone {

    private static final int ATTEMPTS = 10;

    private AllOrNone() {}

    /** What is done; more than once, if need be. */
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T on(Connection connection, Work<T> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return work.run();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return inItsOwn(connection, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !SqlFailures.isRolledBack(e)) {
                    throw e;
                }
            }
        }
    }

    private static <T> T inItsOwn(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.run();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
