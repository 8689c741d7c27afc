package io.accounts4j.jobs.testing;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.jobs.JobCipher;
import io.accounts4j.jobs.JobEngine;
import io.accounts4j.jobs.JobEngineBuilder;
import io.accounts4j.jobs.Worker;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.ManualClaims;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.jobs.sql.StrictMapper;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Jobs in tests. Nothing runs by itself: the test looks at what is queued, on the real table, and runs it on its own thread.
 *
 * <pre>{@code
 * JobTesting jobs = JobTesting.on(dataSource).worker(INVOICE.perform(billing::invoice));
 *
 * shop.order(4711);
 *
 * jobs.assertEnqueued(ExpectedJob.of(INVOICE).with("order", 4711).inQueue("billing"));
 * assertEquals(1, jobs.drain("billing").completed());
 * jobs.refuteEnqueued(ExpectedJob.of(INVOICE));
 * }</pre>
 *
 * What is not as expected is an {@link AssertionError} that lists what is queued. Not thread-safe.
 */
public final class JobTesting {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final DataSource dataSource;
    private final CurrentConnection current;
    private final JobEngineBuilder known;
    private Schema schema = Schema.ofConnection();
    private Optional<JobCipher> cipher = Optional.empty();
    private Duration ahead = Duration.ZERO;

    private JobTesting(DataSource dataSource, CurrentConnection current) {
        this.dataSource = dataSource;
        this.current = current;
        this.known = JobEngine.builder(dataSource);
    }

    /** On the jobs in that database, as far as they are committed. */
    public static JobTesting on(DataSource dataSource) {
        return new JobTesting(dataSource, CurrentConnection.from(dataSource));
    }

    /** The same, but what is queued is looked at on {@code current}: within the transaction that a test is in. */
    public static JobTesting on(DataSource dataSource, CurrentConnection current) {
        return new JobTesting(dataSource, current);
    }

    /**
     * Sets the schema of its tables (MariaDB: database). Default: the schema of the connections.
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    @CanIgnoreReturnValue
    public JobTesting inSchema(String name) {
        schema = Schema.named(name);
        return this;
    }

    /** Runs jobs of this kind; those of other kinds are left alone. */
    @CanIgnoreReturnValue
    public JobTesting worker(Worker<?> worker) {
        known.worker(worker);
        return this;
    }

    /** Runs jobs of these kinds, such as {@code accounts.jobHandlers()}. */
    @CanIgnoreReturnValue
    public JobTesting handlers(Collection<? extends JobHandler> handlers) {
        known.handlers(handlers);
        return this;
    }

    /** Runs encrypted jobs. */
    @CanIgnoreReturnValue
    public JobTesting cipher(JobCipher with) {
        known.cipher(with);
        cipher = Optional.of(with);
        return this;
    }

    /** Lets time pass for {@link #drain}: from now on what is due so much later is due. Adds up. No row is changed. */
    @CanIgnoreReturnValue
    public JobTesting forward(Duration time) {
        ahead = ahead.plus(time);
        return this;
    }

    /** Runs what is due in {@code queue}, each job once, on this thread. */
    @CanIgnoreReturnValue
    public Drained drain(String queue) {
        return drain(Drain.queue(queue));
    }

    /**
     * Runs jobs on this thread, one after the other as an engine would take them, each no longer than its timeout. Jobs are claimed,
     * and what comes of them is written, in transactions of their own.
     */
    @CanIgnoreReturnValue
    public Drained drain(Drain which) {
        Database database = new Database(dataSource, schema);
        try {
            return new Draining(database, schema, known.handlings(), which, ahead).run();
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("jobs were not drained", e);
        }
    }

    /**
     * A queue that runs each job at once on the caller's thread, due or not, and stores none; arguments go through JSON all
     * the same. An exception of a job, and {@link JobResult#fail}, is an {@link AssertionError} there.
     */
    public JdbcJobQueue inlineQueue() {
        JdbcJobQueue like = JdbcJobQueue.on(current);
        JdbcJobQueue inline = like.writingTo(new InlineWriter(known.handlings()));
        return cipher.map(inline::cipher).orElse(inline);
    }

    /**
     * Does the work of {@code worker} once, on this thread, without a row, with arguments that went through JSON: its own {@link
     * Worker#perform}, or, where it has none, that of the worker of this kind that was given to {@link #worker}. Throws what the
     * work throws; a failure where it takes longer than its timeout; {@link AssertionError} where there is nothing to do.
     */
    @CanIgnoreReturnValue
    public <A> JobResult performJob(Worker<A> worker, A arguments) throws Exception {
        JobEngineBuilder performing = known;
        if (worker.isPerformed()) {
            performing = JobEngine.builder(dataSource).worker(worker);
            cipher.ifPresent(performing::cipher);
        }
        return new InlineWriter(performing.handlings())
                .perform(worker.job(arguments).row(cipher));
    }

    /** Everything that waits, in the order in which it was queued. */
    public List<EnqueuedJob> allEnqueued() {
        return current.apply(this::enqueued);
    }

    /** The waiting jobs that match {@code expected}. */
    public List<EnqueuedJob> allEnqueued(ExpectedJob expected) {
        return allEnqueued().stream().filter(expected::matches).toList();
    }

    /** At least one job like {@code expected} waits; the first of them. */
    @CanIgnoreReturnValue
    public EnqueuedJob assertEnqueued(ExpectedJob expected) {
        List<EnqueuedJob> all = allEnqueued();
        return all.stream()
                .filter(expected::matches)
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a job " + expected + ", but " + listed(all)));
    }

    /**
     * Waits until a job like {@code expected} is queued, for code that queues jobs on threads of its own; the first such job.
     * Ends early on an interrupt of this thread.
     *
     * @param atMost the longest wait, 0 to 1 day; {@link AssertionError} after that
     */
    @CanIgnoreReturnValue
    public EnqueuedJob assertEnqueued(ExpectedJob expected, Duration atMost) {
        if (atMost.isNegative() || atMost.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("atMost must be >= 0 and <= " + LONGEST_WAIT + ", got " + atMost
                    + "; give the longest time that the job may take to be queued");
        }
        long begin = System.nanoTime();
        while (allEnqueued(expected).isEmpty()
                && System.nanoTime() - begin < atMost.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return assertEnqueued(expected);
    }

    /** No job like {@code expected} waits. */
    public void refuteEnqueued(ExpectedJob expected) {
        List<EnqueuedJob> found = allEnqueued(expected);
        if (!found.isEmpty()) {
            throw new AssertionError("expected no job " + expected + ", but " + listed(found));
        }
    }

    private static String listed(List<EnqueuedJob> jobs) {
        return jobs.isEmpty()
                ? "no job waits"
                : jobs.stream().map(job -> "\n  " + job).collect(joining("", "there is", ""));
    }

    private List<EnqueuedJob> enqueued(Connection connection) {
        try {
            return new ManualClaims(Dialects.of(connection), schema)
                    .enqueued(connection).stream().map(JobTesting::shown).toList();
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("the jobs could not be looked at", e);
        }
    }

    private static EnqueuedJob shown(ManualClaims.Enqueued row) {
        return new EnqueuedJob(
                new JobId(row.id()),
                row.kind(),
                row.queue(),
                row.state(),
                Instant.EPOCH.plus(row.dueMicros(), ChronoUnit.MICROS),
                Optional.ofNullable(row.arguments().json()).map(JobTesting::object));
    }

    private static Map<String, Object> object(String json) {
        try {
            return StrictMapper.INSTANCE.readValue(json, OBJECT);
        } catch (JsonProcessingException e) {
            throw new AssertionError("arguments in the table are no JSON object", e);
        }
    }
}
