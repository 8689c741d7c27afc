package io.accounts4j.jobs;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.jobs.sql.Dialect;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.JobErasure;
import io.accounts4j.jobs.sql.JobInserts;
import io.accounts4j.jobs.sql.JobTable;
import io.accounts4j.jobs.sql.Json;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.jobs.sql.SqlFailures;
import io.accounts4j.jobs.sql.StoredArguments;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores jobs on the caller's connection, and so in the caller's transaction: one statement each. A job's delay is
 * measured by the database's clock. Which database it is, is read off the first connection. Thread-safe. What the
 * database refuses is a {@link io.accounts4j.kernel.StoreException}.
 */
public final class JdbcJobQueue implements JobQueue {

    private final CurrentConnection current;
    private final Schema schema;
    private final Optional<JobCipher> cipher;
    private volatile @Nullable Statements statements;

    private JdbcJobQueue(CurrentConnection current, Schema schema, Optional<JobCipher> cipher) {
        this.current = current;
        this.schema = schema;
        this.cipher = cipher;
    }

    /** On the connection of the current transaction, such as {@code store::withConnection}. */
    public static JdbcJobQueue on(CurrentConnection current) {
        return new JdbcJobQueue(current, Schema.ofConnection(), Optional.empty());
    }

    /**
     * The same with its tables in another schema (MariaDB: database); they are in the connection's own unless told otherwise.
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JdbcJobQueue inSchema(String name) {
        return new JdbcJobQueue(current, Schema.named(name), cipher);
    }

    /** The same, encrypting the arguments of jobs whose worker is {@linkplain Worker#encrypted encrypted}. */
    public JdbcJobQueue cipher(JobCipher with) {
        return new JdbcJobQueue(current, schema, Optional.of(with));
    }

    /**
     * Stores {@code job} in the current transaction, so that it exists if and only if that commits; not where one is there
     * that is the same by its {@link Unique}. {@link IllegalStateException} where it is to be encrypted and the queue has no
     * {@link #cipher}.
     */
    @CanIgnoreReturnValue
    public Enqueued enqueue(Job job) {
        NewRow row = job.row(cipher);
        return answer(run(
                "a job was not queued",
                connection -> statements(connection).inserts().insert(connection, row)));
    }

    /**
     * Stores {@code jobs} in the current transaction, all or none, in a few statements, and says in their order what came of
     * each. A job that is the same as one before it, by its {@link Unique}, gets that one's id. Without a transaction they
     * are stored in one of their own.
     */
    @CanIgnoreReturnValue
    public List<Enqueued> enqueueAll(Collection<Job> jobs) {
        List<NewRow> rows = jobs.stream().map(job -> job.row(cipher)).toList();
        List<Inserted> inserted = run(
                "jobs were not queued",
                connection -> AllOrNone.on(
                        connection, () -> statements(connection).inserts().insertAll(connection, rows)));
        return inserted.stream().map(JdbcJobQueue::answer).toList();
    }

    /** {@inheritDoc} {@link OversizedArgumentsException} above {@link Worker#MAX_ARGUMENTS}. */
    @CanIgnoreReturnValue
    @Override
    public JobId enqueue(NewJob job) {
        NewRow row = row(job);
        return new JobId(run(
                        "a job was not queued",
                        connection -> statements(connection).inserts().insert(connection, row))
                .id());
    }

    /**
     * Takes out of the table, in the current transaction, what is kept about somebody: jobs that wait are cancelled; of all,
     * arguments, errors and {@linkplain Worker#subject subject} are wiped. Jobs that run are not stopped; what they would
     * leave is wiped too, and where they fail they are cancelled. Waits for rows that are being settled just now.
     *
     * @return how many jobs there were; 0 for a subject that no job is about
     */
    @CanIgnoreReturnValue
    public int erase(String subject) {
        String whom = Traits.checkedSubject(subject);
        return run(
                "jobs were not erased",
                connection -> AllOrNone.on(
                        connection, () -> statements(connection).erasure().erase(connection, whom)));
    }

    @Override
    public boolean cancel(JobId id) {
        return run(
                "a job was not cancelled",
                connection -> statements(connection).jobs().cancel(connection, id));
    }

    static NewRow row(NewJob job) {
        String arguments = Storable.checked(job.kind(), Json.ofArguments(job.arguments()));
        return NewRow.of(new Kind(job.kind(), job.version()), StoredArguments.of(arguments), job.options());
    }

    private static Enqueued answer(Inserted inserted) {
        return new Enqueued(new JobId(inserted.id()), inserted.isNew());
    }

    private Statements statements(Connection connection) throws SQLException {
        Statements known = statements;
        if (known == null) {
            Dialect dialect = Dialects.of(connection);
            known = new Statements(
                    new JobInserts(dialect, schema), new JobTable(dialect, schema), new JobErasure(dialect, schema));
            statements = known;
        }
        return known;
    }

    private <T> T run(String failure, Task<T> task) {
        return current.apply(connection -> {
            try {
                return task.run(connection);
            } catch (SQLException e) {
                throw SqlFailures.toStoreException(failure, e);
            }
        });
    }

    /** Those of the database that the connections lead to. */
    private record Statements(JobInserts inserts, JobTable jobs, JobErasure erasure) {}

    /** Something done on a connection. */
    private interface Task<T> {
        T run(Connection connection) throws SQLException;
    }
}
