package io.accounts4j.jobs;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jdbc.store.KeysetRow;
import io.accounts4j.job.AbstractJobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobOperation.Action;
import io.accounts4j.job.JobSummary;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOperations.Batch;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lists, counts and changes the jobs in a database. Each call is a transaction of its own, whatever is open on the thread;
 * {@link #applyToAll} is one for each thousand jobs. A failure of the database is a {@link
 * io.accounts4j.kernel.StoreException}. Immutable and thread-safe.
 */
public final class JdbcJobConsole extends AbstractJobConsole {

    private static final int MOST_COUNTED = 100_000;
    private static final int LONGEST_LIST = 1_000;
    /** Jobs of one transaction where many are changed: locks are held briefly, and a failure undoes little. */
    private static final int BATCH = 1_000;

    private static final JobId LOWEST = new JobId(0);

    private final DataSource dataSource;
    private final Schema schema;
    private final Database database;
    private final Optional<EventBus> bus;
    private final int mostCounted;

    private JdbcJobConsole(DataSource dataSource, Schema schema, Optional<EventBus> bus, int mostCounted) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.database = new Database(dataSource, schema);
        this.bus = bus;
        this.mostCounted = mostCounted;
    }

    /** On connections of {@code dataSource}. */
    public static JdbcJobConsole over(DataSource dataSource) {
        return new JdbcJobConsole(dataSource, Schema.ofConnection(), Optional.empty(), MOST_COUNTED);
    }

    /**
     * The same with its tables in another schema (MariaDB: database).
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JdbcJobConsole inSchema(String name) {
        return new JdbcJobConsole(dataSource, Schema.named(name), bus, mostCounted);
    }

    /** The same, and engines that listen to {@code announces} take up at once what was retried or rescheduled. */
    public JdbcJobConsole wakeUps(EventBus announces) {
        return new JdbcJobConsole(dataSource, schema, Optional.of(announces), mostCounted);
    }

    /** The same, counting at most {@code most} waiting jobs and as many of each final state. Default: 100,000. */
    public JdbcJobConsole countUpTo(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("countUpTo must be >= 1, got " + most);
        }
        return new JdbcJobConsole(dataSource, schema, bus, most);
    }

    @Override
    public List<JobCount> counts() {
        return call((connection, tables) -> tables.views().counts(connection, mostCounted)).stream()
                .sorted(Comparator.comparing(JobCount::queue).thenComparing(JobCount::state))
                .toList();
    }

    @Override
    public Slice<JobSummary> list(JobFilter filter, Cursor position, int limit) {
        if (limit < 1 || limit > LONGEST_LIST) {
            throw new IllegalArgumentException("limit must be >= 1 and <= " + LONGEST_LIST + ", got " + limit);
        }
        List<JobSummary> found =
                call((connection, tables) -> tables.views().list(connection, filter, position, limit + 1));
        boolean cameFrom = position.item().isPresent();
        List<KeysetRow<JobSummary>> rows = found.stream()
                .map(job -> new KeysetRow<>(job, job.id().toString(), job.id().toString(), cameFrom))
                .toList();
        return KeysetRow.slice(rows, limit, position.backward());
    }

    @Override
    public Optional<JobDetail> find(JobId id) {
        return call((connection, tables) -> tables.views().find(connection, id));
    }

    @Override
    protected boolean apply(JobOperation operation, JobId id) {
        boolean changed = call((connection, tables) -> tables.operations().apply(connection, operation, id));
        return announced(operation, changed);
    }

    @Override
    public int applyToAll(JobOperation operation, JobFilter filter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "limit must be >= 1, got " + limit + "; give how many jobs to change at most");
        }
        int changed = 0;
        Optional<JobId> beyond = Optional.of(LOWEST);
        try {
            while (beyond.isPresent() && changed < limit) {
                JobId from = beyond.get();
                int most = Math.min(BATCH, limit - changed);
                Batch batch = call((connection, tables) ->
                        tables.operations().applyToAll(connection, operation, filter, from, most));
                changed += batch.changed();
                beyond = batch.last();
            }
            return changed;
        } finally {
            var unused = announced(operation, changed > 0);
        }
    }

    /** Discarded and deleted jobs need no engine. */
    private boolean announced(JobOperation operation, boolean changed) {
        Action action = operation.action();
        if (changed && action != Action.DISCARD && action != Action.DELETE) {
            bus.ifPresent(on -> on.publish(new Signal(Signal.JOBS, Signal.ANYTHING)));
        }
        return changed;
    }

    private <T> T call(Database.Work<T> work) {
        try {
            return database.transact(work);
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("the jobs could not be looked at or changed", e);
        }
    }
}
