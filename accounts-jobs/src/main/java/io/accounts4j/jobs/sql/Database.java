package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.DatabaseSettings;
import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jdbc.store.PooledConnection;
import io.accounts4j.jdbc.store.Retries;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's own way to the database: short transactions at read committed on connections of the given source, which
 * are alike and are handed back as they were. Thread-safe.
 */
public final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int CONFLICT_RETRIES = 10;

    private final DataSource dataSource;
    private final Schema schema;
    private volatile @Nullable Source source;

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
            FinishedJobs finished,
            HealthViews health,
            DeploymentViews deployment) {}

    /** The properties of the first connection, which hold for all: reading the isolation of each is a round trip. */
    private record Source(Dialect dialect, Tables tables, int isolation) {}

    /** The work of one transaction. May be run again after a conflict. */
    public interface Work<T> {

        /** Reads and writes; neither commits nor closes. */
        T run(Connection connection, Tables tables) throws SQLException;
    }

    /** Runs {@code work} in a transaction of its own, again where another one was in the way. */
    public <T> T transact(Work<T> work) throws SQLException {
        return run(work, dialect -> false);
    }

    /** Runs {@code work}, which is one statement and commits by itself, again where another one was in the way. */
    public <T> T alone(Work<T> work) throws SQLException {
        return run(work, dialect -> true);
    }

    /** See {@link JobTable#claim}. */
    public List<ClaimedJob> claim(ClaimRequest request) throws SQLException {
        return run((connection, known) -> known.jobs().claim(connection, request), Dialect::isOneStatement);
    }

    /** See {@link JobTable#acknowledge}. Waits for a locked row a moment, once. */
    public Set<Long> acknowledge(Collection<JobOutcome> outcomes) throws SQLException {
        return run(
                (connection, known) -> known.jobs().acknowledge(connection, outcomes),
                Dialect::isOneStatement,
                e -> SqlErrors.isConflict(e) && SqlErrors.kind(e) != SqlErrorKind.LOCK_TIMEOUT);
    }

    /** Marks a held job as completed on a connection of somebody else's, in whatever transaction that is in. */
    public boolean complete(Connection connection, ClaimedJob job) throws SQLException {
        return source(connection).tables().jobs().complete(connection, job.id(), job.lease());
    }

    /** Asks which database it is, if it is there yet; {@link io.accounts4j.jdbc.UnsupportedDatabaseException} where it is none we
     * know, {@link IllegalStateException} where it is set otherwise than supported. */
    public void identify() {
        try (Connection connection = connection()) {
            var unused = source(connection);
        } catch (SQLException e) {
            LOG.warn(
                    "database of the jobs is unreachable at start: cause={}; jobs run once it is reachable",
                    SqlErrors.codes(e));
        }
    }

    /** Pools also throw of their own kind; that too is trouble that may pass. */
    private Connection connection() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException e) {
            throw new SQLTransientConnectionException(
                    "the pool threw " + e.getClass().getName(), "08001", e);
        }
    }

    private <T> T run(Work<T> work, Predicate<Dialect> alone) throws SQLException {
        return run(work, alone, SqlErrors::isConflict);
    }

    private <T> T run(Work<T> work, Predicate<Dialect> alone, Predicate<SQLException> passing) throws SQLException {
        return Retries.upTo(CONFLICT_RETRIES + 1, passing, () -> {
            try (Connection connection = connection()) {
                return run(connection, work, alone.test(ours(connection).dialect()));
            }
        });
    }

    private <T> T run(Connection connection, Work<T> work, boolean alone) throws SQLException {
        Source known = source(connection);
        PooledConnection pooled = PooledConnection.over(connection, known.isolation());
        connection.setAutoCommit(alone);
        try {
            if (!alone) {
                limitTransaction(connection, known.dialect());
            }
            T result = work.run(connection, known.tables());
            if (!alone) {
                connection.commit();
            }
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            if (!alone) {
                rollBack(connection, e);
            }
            throw e;
        } finally {
            pooled.restore();
        }
    }

    /** Leaves no transaction open that the questions began: in one, PostgreSQL changes no isolation. */
    private Source ours(Connection connection) throws SQLException {
        boolean isKnown = source != null;
        Source known = source(connection);
        if (!isKnown && !connection.getAutoCommit()) {
            connection.rollback();
        }
        return known;
    }

    private Source source(Connection connection) throws SQLException {
        Source known = source;
        if (known == null) {
            Dialect dialect = Dialects.of(connection);
            DatabaseSettings.requireSupported(connection);
            Tables tables = new Tables(
                    new JobTable(dialect, schema),
                    new NodeTable(dialect, schema),
                    new JobViews(dialect, schema),
                    new JobOperations(dialect, schema),
                    new QueueTable(dialect, schema),
                    new CronTable(dialect, schema),
                    new JobInserts(dialect, schema),
                    new FinishedJobs(dialect, schema),
                    new HealthViews(dialect, schema),
                    new DeploymentViews(dialect, schema));
            known = new Source(dialect, tables, connection.getTransactionIsolation());
            source = known;
        }
        return known;
    }

    private static void limitTransaction(Connection connection, Dialect dialect) throws SQLException {
        if (!dialect.transactionSettings().isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(dialect.transactionSettings());
            }
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
