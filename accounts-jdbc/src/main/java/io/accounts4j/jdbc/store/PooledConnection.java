package io.accounts4j.jdbc.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * The state of a connection that is borrowed from a pool: at read committed, and with a network timeout of 10 seconds, so
 * that a vanished server does not hold a thread for ever. Used by one thread.
 */
public final class PooledConnection {

    private static final int NETWORK_TIMEOUT_MILLIS = 10_000;
    private static final int UNSUPPORTED = -1;

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private final int networkTimeout;

    private PooledConnection(Connection connection, boolean autoCommit, int isolation, int networkTimeout) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.isolation = isolation;
        this.networkTimeout = networkTimeout;
    }

    /**
     * Borrows {@code connection}.
     *
     * @param isolation its isolation now, which is known of its pool: to read it would be a round trip
     */
    public static PooledConnection over(Connection connection, int isolation) throws SQLException {
        int networkTimeout = limitWaiting(connection);
        PooledConnection pooled =
                new PooledConnection(connection, connection.getAutoCommit(), isolation, networkTimeout);
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return pooled;
    }

    /** Restores the state; {@code connection} is broken where this fails, which its next borrower will see. Never throws. */
    public void restore() {
        try {
            connection.setAutoCommit(autoCommit);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            if (networkTimeout != UNSUPPORTED) {
                connection.setNetworkTimeout(Runnable::run, networkTimeout);
            }
        } catch (SQLException e) {
            // See above.
        }
    }

    private static int limitWaiting(Connection connection) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
            return before;
        } catch (SQLFeatureNotSupportedException e) {
            // An embedded database has no network.
            return UNSUPPORTED;
        }
    }
}
