package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** A connection of somebody's pool while it is ours: at read committed, and with an end to waiting for a peer that vanished. */
final class PooledConnection {

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

    /** Sets what we need, {@code isolation} being what the connection has now: to ask it would be a round trip. */
    static PooledConnection of(Connection connection, int isolation) throws SQLException {
        int networkTimeout = limitWaiting(connection);
        PooledConnection pooled =
                new PooledConnection(connection, connection.getAutoCommit(), isolation, networkTimeout);
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        return pooled;
    }

    /** Makes it what it was. Where that fails it is broken, which the next one to use it will see; what was done stands. */
    void restore() {
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
