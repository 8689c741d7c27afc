package io.accounts4j.eventbus;

import io.accounts4j.supervision.Loop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens on a connection of its own, and tests the connection after five seconds without a notification. */
final class Listener implements Loop {

    private static final int WAIT_MILLIS = 250;
    private static final int CHECK_AFTER_QUIET_WAITS = 20;
    private static final int NETWORK_TIMEOUT_MILLIS = 10_000;

    private final DataSource dataSource;
    private final String node;
    private final Topics topics;

    Listener(DataSource dataSource, String node, Topics topics) {
        this.dataSource = dataSource;
        this.node = node;
        this.topics = topics;
    }

    @Override
    public void run() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
                listen(connection);
            } finally {
                abandon(connection);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Message.CHANNEL);
            topics.deliverAnything();
            PGConnection listening = connection.unwrap(PGConnection.class);
            int quiet = 0;
            while (!Thread.currentThread().isInterrupted()) {
                PGNotification[] heard = listening.getNotifications(WAIT_MILLIS);
                quiet = heard.length == 0 ? quiet + 1 : 0;
                if (quiet == CHECK_AFTER_QUIET_WAITS) {
                    quiet = 0;
                    statement.execute("select 1");
                }
                for (PGNotification notification : heard) {
                    deliver(notification.getParameter());
                }
            }
        }
    }

    private void deliver(String payload) {
        Message.decode(payload)
                .filter(message -> !message.node().equals(node))
                .ifPresent(message -> topics.deliver(message.signal()));
    }

    /** Closes the connection for good: a connection in {@code LISTEN} must not return to a pool. */
    private static void abandon(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
