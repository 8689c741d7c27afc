package io.accounts4j.jobs.enqueue;

import io.accounts4j.jdbc.DatabaseSettings;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobId;
import io.accounts4j.jobs.sql.Dialect;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.JobErasure;
import io.accounts4j.jobs.sql.JobInserts;
import io.accounts4j.jobs.sql.JobTable;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.jobs.sql.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table, on the connection of the current transaction. Which database it is, is read off the first one. Thread-safe. */
public final class TableWriter implements JobWriter {

    /** Lends the connection of the current transaction for one piece of work. */
    @FunctionalInterface
    public interface Connections {

        /** Runs {@code work} on the connection and returns what it returns. */
        <T> T apply(Function<Connection, T> work);
    }

    private final Connections connections;
    private final Schema schema;
    private volatile @Nullable Statements statements;

    /** Over the connections of the current transactions. */
    public TableWriter(Connections connections, Schema schema) {
        this.connections = connections;
        this.schema = schema;
    }

    /** The same in another schema. */
    public TableWriter in(Schema other) {
        return new TableWriter(connections, other);
    }

    @Override
    public Inserted insert(NewRow job) {
        return run(
                "a job was not queued",
                (connection, to) -> job.unique() == null
                        ? to.inserts().insert(connection, job)
                        : Transactional.again(connection, () -> to.inserts().insert(connection, job)));
    }

    @Override
    public List<Inserted> insertAll(List<NewRow> jobs) {
        return run(
                "jobs were not queued",
                (connection, to) ->
                        Transactional.on(connection, () -> to.inserts().insertAll(connection, jobs)));
    }

    @Override
    public boolean cancel(JobId id) {
        return run("a job was not cancelled", (connection, in) -> in.jobs().cancel(connection, id));
    }

    @Override
    public int erase(String subject) {
        return run(
                "jobs were not erased",
                (connection, in) ->
                        Transactional.on(connection, () -> in.erasure().erase(connection, subject)));
    }

    private Statements statements(Connection connection) throws SQLException {
        Statements known = statements;
        if (known == null) {
            Dialect dialect = Dialects.of(connection);
            DatabaseSettings.requireSupported(connection);
            known = new Statements(
                    new JobInserts(dialect, schema), new JobTable(dialect, schema), new JobErasure(dialect, schema));
            statements = known;
        }
        return known;
    }

    private <T> T run(String failure, Task<T> task) {
        return connections.apply(connection -> {
            try {
                return task.run(connection, statements(connection));
            } catch (SQLException e) {
                throw SqlErrors.toStoreException(failure, e);
            }
        });
    }

    /** Those of the database that the connections lead to. */
    private record Statements(JobInserts inserts, JobTable jobs, JobErasure erasure) {}

    /** Something done on a connection. */
    private interface Task<T> {
        T run(Connection connection, Statements statements) throws SQLException;
    }
}
