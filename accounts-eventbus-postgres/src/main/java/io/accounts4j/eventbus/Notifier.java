package io.accounts4j.eventbus;

import io.accounts4j.event.Signal;
import io.accounts4j.supervision.Loop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Sends the outbox: at once after idleness, then at most every 100 ms. A signal that cannot be sent is dropped; signals are hints. */
final class Notifier implements Loop {

    private static final long PAUSE_MILLIS = 100;

    private final DataSource dataSource;
    private final String node;
    private final Outbox outbox;

    Notifier(DataSource dataSource, String node, Outbox outbox) {
        this.dataSource = dataSource;
        this.node = node;
        this.outbox = outbox;
    }

    @Override
    public void run() throws SQLException, InterruptedException {
        while (true) {
            send(outbox.take());
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void send(List<Signal> signals) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            connection.setAutoCommit(true);
            for (Signal signal : signals) {
                statement.setString(1, Message.CHANNEL);
                statement.setString(2, new Message(node, signal).encoded());
                statement.execute();
            }
        }
    }
}
