package io.accounts4j.jdbc.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statements on a connection that is lent for them.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface ConnectionWork<T> {

    /** Runs the statements; neither commits nor closes {@code connection} nor keeps it. */
    T run(Connection connection) throws SQLException;
}
