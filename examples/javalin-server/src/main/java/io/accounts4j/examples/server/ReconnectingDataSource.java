package io.accounts4j.examples.server;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Opens connections for a pool. After the first success it retries four times a second while the database is down: the pool
 * alone would pause up to five seconds between attempts. Thread-safe.
 */
final class ReconnectingDataSource implements DataSource {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ReconnectingDataSource.class);
    private static final long PAUSE_MILLIS = 250;

    private final Opening opening;
    private volatile boolean wasThere;

    ReconnectingDataSource(Opening opening) {
        this.opening = opening;
    }

    /** A data source over the driver for {@code url}. */
    static ReconnectingDataSource of(String url, Properties login) {
        return new ReconnectingDataSource(() -> DriverManager.getConnection(url, login));
    }

    /** Opens one connection. */
    interface Opening {
        Connection open() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (boolean isAway = false; ; isAway = true) {
            try {
                Connection connection = opening.open();
                wasThere = true;
                if (isAway) {
                    LOG.info("database reconnected");
                }
                return connection;
            } catch (SQLException e) {
                if (!wasThere || !isAbsence(e)) {
                    throw e;
                }
                if (!isAway) {
                    LOG.warn("cannot connect to the database; retrying four times a second");
                }
                pause(e);
            }
        }
    }

    /** Returns whether the server is down, starting or stopping. */
    private static boolean isAbsence(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return state.startsWith("08") || state.startsWith("57P0");
    }

    private static void pause(SQLException failure) throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return DriverManager.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        DriverManager.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        DriverManager.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return DriverManager.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("this is no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
