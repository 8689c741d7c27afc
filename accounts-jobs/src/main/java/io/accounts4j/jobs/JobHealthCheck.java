package io.accounts4j.jobs;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobHealth;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Whether jobs are worked on: a node lives, no job has been due for long, and the database can clean up behind them. Paused
 * queues are no failure, and their jobs are not looked at. Immutable and thread-safe. It asks on a thread of its own, which
 * ends by itself, because neither a pool's wait nor a socket's can be cut short from outside.
 */
public final class JobHealthCheck implements HealthCheck {

    private static final Limits STANDARD = new Limits(Duration.ofMinutes(15), 1_000_000, Duration.ofHours(1));

    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final DataSource dataSource;
    private final Schema schema;
    private final Limits limits;
    private final Database database;
    private final Asking<JobHealth> asking;

    private JobHealthCheck(DataSource dataSource, Schema schema, Limits limits) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.limits = limits;
        this.database = new Database(dataSource, schema);
        this.asking = new Asking<>("accounts-jobs-health", this::ask);
    }

    /** Above which the answer is no. */
    private record Limits(Duration oldestDue, long deadTuples, Duration oldestSnapshot) {}

    /** On connections of {@code dataSource}. */
    public static JobHealthCheck over(DataSource dataSource) {
        return new JobHealthCheck(dataSource, Schema.ofConnection(), STANDARD);
    }

    /**
     * The same with its tables in another schema (MariaDB: database).
     *
     * @param name letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    public JobHealthCheck inSchema(String name) {
        return new JobHealthCheck(dataSource, Schema.named(name), limits);
    }

    /** The same, failing where a job has been due for longer; 15 minutes unless told otherwise. */
    public JobHealthCheck oldestDue(Duration longest) {
        return new JobHealthCheck(dataSource, schema, new Limits(longest, limits.deadTuples, limits.oldestSnapshot));
    }

    /** The same, failing where more row versions wait to be vacuumed (PostgreSQL); a million unless told otherwise. */
    public JobHealthCheck deadTuples(long most) {
        return new JobHealthCheck(dataSource, schema, new Limits(limits.oldestDue, most, limits.oldestSnapshot));
    }

    /** The same, failing where a transaction has kept them from it for longer (PostgreSQL); an hour unless told otherwise. */
    public JobHealthCheck oldestSnapshot(Duration longest) {
        return new JobHealthCheck(dataSource, schema, new Limits(limits.oldestDue, limits.deadTuples, longest));
    }

    /**
     * The same, failing for nothing that only vacuum suffers from, which is no reason to send requests to another node: for
     * readiness.
     */
    public JobHealthCheck withoutVacuum() {
        return deadTuples(Long.MAX_VALUE).oldestSnapshot(FOR_EVER);
    }

    @Override
    public String name() {
        return "jobs";
    }

    /**
     * The figures, for gauges; takes as long as the database does. {@link io.accounts4j.kernel.StoreException} where that
     * cannot be asked.
     */
    public JobHealth look() {
        try {
            return ask();
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("the jobs could not be looked at", e);
        }
    }

    @Override
    public Health check() {
        try {
            List<String> troubles = troubles(asking.ask());
            return troubles.isEmpty() ? Health.pass() : Health.fail(String.join("; ", troubles));
        } catch (TimeoutException e) {
            return Health.fail("the database did not answer within " + Asking.PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.fail("interrupted while asking the database");
        } catch (ExecutionException e) {
            return Health.fail("the database could not be asked");
        }
    }

    private JobHealth ask() throws SQLException {
        return database.transact((connection, tables) -> tables.health().look(connection));
    }

    private List<String> troubles(JobHealth health) {
        List<String> troubles = new ArrayList<>();
        if (health.liveNodes() == 0) {
            troubles.add("no node lives");
        }
        health.oldestDue()
                .filter(age -> age.compareTo(limits.oldestDue) > 0)
                .ifPresent(age -> troubles.add("a job is due for " + age.toSeconds() + " s"));
        if (health.deadTuples().orElse(0) > limits.deadTuples) {
            troubles.add(health.deadTuples().getAsLong() + " dead tuples");
        }
        health.oldestSnapshot()
                .filter(age -> age.compareTo(limits.oldestSnapshot) > 0)
                .ifPresent(age -> troubles.add("a snapshot is " + age.toSeconds() + " s old"));
        return troubles;
    }
}
