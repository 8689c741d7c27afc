package io.accounts4j.jobs;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.JobTable;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.jobs.sql.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Stores jobs on the caller's connection, and so in the caller's transaction: one statement each. A job's delay is
 * measured by the database's clock. Which database it is, is read off the first connection. Thread-safe. What the
 * database refuses is a {@link io.accounts4j.kernel.StoreException}.
 */
public final class JdbcJobQueue implements JobQueue {

    private final CurrentConnection current;
    private final Schema schema;
    private volatile @Nullable JobTable table;

    private JdbcJobQueue(CurrentConnection current, Schema schema) {
        this.current = current;
        this.schema = schema;
    }

    /** On the connection of the current transaction, such as {@code store::withConnection}. */
    public static JdbcJobQueue on(CurrentConnection current) {
        return new JdbcJobQueue(current, Schema.ofConnection());
    }

    /**
     * The same with its tables in another schema (MariaDB: database); they are in the connection's own unless told otherwise.
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JdbcJobQueue inSchema(String name) {
        return new JdbcJobQueue(current, Schema.named(name));
    }

    @Override
    public JobId enqueue(NewJob job) {
        return run("a job was not queued", connection -> table(connection).insert(connection, job));
    }

    @Override
    public boolean cancel(JobId id) {
        return run("a job was not cancelled", connection -> table(connection).cancel(connection, id));
    }

    private JobTable table(Connection connection) throws SQLException {
        JobTable known = table;
        if (known == null) {
            known = new JobTable(Dialects.of(connection), schema);
            table = known;
        }
        return known;
    }

    private <T> T run(String failure, Statement<T> statement) {
        return current.apply(connection -> {
            try {
                return statement.run(connection);
            } catch (SQLException e) {
                throw SqlFailures.toStoreException(failure, e);
            }
        });
    }

    /** Something done on a connection. */
    private interface Statement<T> {
        T run(Connection connection) throws SQLException;
    }
}
