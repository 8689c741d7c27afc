package io.accounts4j.jobs;

import java.sql.Connection;
import java.sql.SQLException;

/** Several statements as one: part of the transaction that is open, or in one of their own where none is. */
final class AllOrNone {

    private AllOrNone() {}

    /** What is done. */
    interface Work<T> {
        T run() throws SQLException;
    }

    static <T> T on(Connection connection, Work<T> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            return work.run();
        }
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
