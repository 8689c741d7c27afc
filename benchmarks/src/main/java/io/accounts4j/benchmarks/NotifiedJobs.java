package io.accounts4j.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The quickest way to another node that PostgreSQL offers: NOTIFY in the INSERT's transaction, LISTEN, claim. */
final class NotifiedJobs implements JobSystem {

    private final Postgres postgres;
    private final FloorJobs jobs;
    private final HostTransaction transaction;
    private @Nullable Thread listener;

    NotifiedJobs(Postgres postgres) {
        this.postgres = postgres;
        this.jobs = new FloorJobs(postgres);
        this.transaction = new HostTransaction(postgres.dataSource());
    }

    @Override
    public void enqueue(int n) {
        transaction.run(() -> transaction.apply(connection -> insertAndNotify(connection, n)));
    }

    @Override
    public void enqueueAll(int count) {
        jobs.enqueueAll(count);
    }

    /** Returns when it listens. */
    @Override
    public void start() {
        try {
            Connection connection = postgres.dataSource().getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen floor");
            }
            Thread thread = new Thread(() -> listen(connection), "listener");
            thread.setDaemon(true);
            thread.start();
            listener = thread;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isDone() {
        return jobs.isDone();
    }

    @Override
    public void stop() {
        if (listener != null) {
            listener.interrupt();
        }
    }

    @Override
    public void clear() {
        jobs.clear();
    }

    private void listen(Connection connection) {
        try (connection;
                PreparedStatement claim = connection.prepareStatement(FloorJobs.CLAIM);
                PreparedStatement complete = connection.prepareStatement(FloorJobs.COMPLETE)) {
            PGConnection listening = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                if (listening.getNotifications(0).length > 0) {
                    FloorJobs.runAll(connection, claim, complete);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int insertAndNotify(Connection connection, int n) {
        FloorJobs.insert(connection, n, 1);
        try (PreparedStatement statement = connection.prepareStatement("select pg_notify('floor', '')")) {
            statement.execute();
            return n;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
