package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own way to the database: short transactions at read committed on connections of the given source, which
 * are handed back as they were. Thread-safe.
 */
public final class Database {

    /** A peer that vanished without a word is noticed after this time. */
    private static final int NETWORK_TIMEOUT_MILLIS = 10_000;

    private static final int CONFLICT_RETRIES = 10;
    private static final long LONGEST_CONFLICT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final DataSource dataSource;
    private final Schema schema;
    private volatile @Nullable Tables tables;

    /** Over a source of connections, best a pool. */
    public Database(DataSource dataSource, Schema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    /** The tables of the database that a connection leads to. */
    public record Tables(
            JobTable jobs,
            NodeTable nodes,
            JobViews views,
            JobOperations operations,
            QueueTable queues,
            CronTable crons,
            JobInserts inserts,
            FinishedJobs finished) {}

    /** What is done in one transaction. May be run again after a conflict. */
    public interface Work<T> {

        /** Reads and writes; neither commits nor closes. */
        T run(Connection connection, Tables tables) throws SQLException;
    }

    /** Runs {@code work} in a transaction of its own, again where another one was in the way. */
    public <T> T transact(Work<T> work) throws SQLException {
        for (int retries = 0; ; retries++) {
            try (Connection connection = dataSource.getConnection()) {
                return transact(connection, work);
            } catch (SQLException e) {
                if (!SqlFailures.isConflict(e) || retries == CONFLICT_RETRIES) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_CONFLICT_PAUSE_NANOS));
            }
        }
    }

    /** Marks a held job as completed on a connection of somebody else's, in whatever transaction that is in. */
    public boolean complete(Connection connection, ClaimedJob job) throws SQLException {
        return tables(connection).jobs().complete(connection, job.id(), job.lease());
    }

    /** Asks which database it is; {@link IllegalStateException} where it is none we know. */
    public void identify() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            var unused = tables(connection);
        }
    }

    private <T> T transact(Connection connection, Work<T> work) throws SQLException {
        Tables known = tables(connection);
        limitWaiting(connection);
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        connection.setAutoCommit(false);
        try {
            T result = work.run(connection, known);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        } finally {
            restore(connection, autoCommit, isolation);
        }
    }

    private Tables tables(Connection connection) throws SQLException {
        Tables known = tables;
        if (known == null) {
            Dialect dialect = Dialects.of(connection);
            known = new Tables(
                    new JobTable(dialect, schema),
                    new NodeTable(dialect, schema),
                    new JobViews(dialect, schema),
                    new JobOperations(dialect, schema),
                    new QueueTable(dialect, schema),
                    new CronTable(dialect, schema),
                    new JobInserts(dialect, schema),
                    new FinishedJobs(dialect, schema));
            tables = known;
        }
        return known;
    }

    private static void limitWaiting(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        } catch (SQLFeatureNotSupportedException e) {
            // An embedded database has no network.
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autoCommit, int isolation) {
        try {
            connection.setAutoCommit(autoCommit);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            // It is broken, which the next one to use it will see; the outcome of the work stands.
        }
    }
}
