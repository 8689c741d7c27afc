package io.accounts4j.jobs;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.health.TimedCheck;
import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.job.JobHealth;
import io.accounts4j.jobs.node.Ranges;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The figures of the jobs, with a warning for each that is beyond its limit, and a check that the tables of the jobs can be read. No
 * figure fails the check: a backlog is the same on every node, and no reason to send requests to another. {@link
 * JobEngine#health} is the check of one's own engine. Immutable and thread-safe. It asks
 * on a thread of its own, see {@link TimedCheck}.
 */
public final class JobHealthCheck implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Limits STANDARD =
            new Limits(Duration.ofMinutes(15), Duration.ofHours(1), 1_000_000, Duration.ofHours(1));
    private final DataSource dataSource;
    private final Schema schema;
    private final Limits limits;
    private final Database database;
    private final TimedCheck check;

    private JobHealthCheck(DataSource dataSource, Schema schema, Limits limits) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.limits = limits;
        this.database = new Database(dataSource, schema);
        Health late = Health.fail("the database did not answer within " + PATIENCE.toSeconds() + " s");
        this.check = new TimedCheck("accounts-jobs-health", PATIENCE, late, this::answer);
    }

    /** Above which there is a warning. */
    private record Limits(Duration oldestDue, Duration oldestExecuting, long deadTuples, Duration oldestSnapshot) {}

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

    /** The same with a warning where a job has been due for longer than {@code longest}, 0 or more. Default: 15 minutes. */
    public JobHealthCheck oldestDue(Duration longest) {
        return with(new Limits(
                checked("oldestDue", longest), limits.oldestExecuting, limits.deadTuples, limits.oldestSnapshot));
    }

    /** The same with a warning where a job has been executing for longer than {@code longest}, 0 or more. Default: 1 hour. */
    public JobHealthCheck oldestExecuting(Duration longest) {
        return with(new Limits(
                limits.oldestDue, checked("oldestExecuting", longest), limits.deadTuples, limits.oldestSnapshot));
    }

    /** The same with a warning where more row versions than {@code most}, 0 or more, wait to be vacuumed. Default: 1,000,000. */
    public JobHealthCheck deadTuples(long most) {
        Ranges.checked("deadTuples", most, 0, Long.MAX_VALUE, "give a number of row versions");
        return with(new Limits(limits.oldestDue, limits.oldestExecuting, most, limits.oldestSnapshot));
    }

    /** The same with a warning where a transaction has kept them from it for longer, 0 or more. Default: 1 hour. */
    public JobHealthCheck oldestSnapshot(Duration longest) {
        return with(new Limits(
                limits.oldestDue, limits.oldestExecuting, limits.deadTuples, checked("oldestSnapshot", longest)));
    }

    private JobHealthCheck with(Limits changed) {
        return new JobHealthCheck(dataSource, schema, changed);
    }

    private static Duration checked(String limit, Duration age) {
        return Ranges.checked(limit, age, Duration.ZERO, Ranges.FOREVER, "give an age");
    }

    @Override
    public String name() {
        return "jobs";
    }

    /**
     * The figures and warnings, for gauges and pages; takes as long as the database does. {@link io.accounts4j.kernel.StoreException} where that
     * cannot be asked.
     */
    public JobHealth look() {
        try {
            JobHealth health = ask();
            return health.withWarnings(warnings(health));
        } catch (SQLException e) {
            throw SqlErrors.toStoreException("the jobs could not be looked at", e);
        }
    }

    @Override
    public Health check() {
        return check.check();
    }

    private Health answer() {
        try {
            var unused = ask();
            return Health.pass();
        } catch (SQLException | RuntimeException e) {
            return Health.fail("the database could not be asked");
        }
    }

    private JobHealth ask() throws SQLException {
        return database.transact((connection, tables) -> tables.health().look(connection));
    }

    private List<String> warnings(JobHealth health) {
        List<String> warnings = new ArrayList<>();
        if (health.liveNodes() == 0) {
            warnings.add("no node lives");
        }
        older(warnings, "a job is due for", health.oldestDue(), limits.oldestDue);
        older(warnings, "a job is executing for", health.oldestExecuting(), limits.oldestExecuting);
        older(warnings, "a snapshot is held for", health.oldestSnapshot(), limits.oldestSnapshot);
        if (health.deadTuples().orElse(0) > limits.deadTuples) {
            warnings.add(health.deadTuples().getAsLong() + " dead tuples");
        }
        if (health.liveNodes() > 0) {
            health.queues().stream()
                    .filter(queue -> !queue.served())
                    .forEach(
                            queue -> warnings.add("queue " + queue.name() + " has jobs, and no live node works on it"));
        }
        health.unknownKinds()
                .forEach(kind -> warnings.add("jobs of kind " + kind + " wait, and no live node has a handler for it"));
        warnings.addAll(health.warnings());
        return warnings;
    }

    private static void older(List<String> warnings, String what, Optional<Duration> age, Duration limit) {
        age.filter(found -> found.compareTo(limit) > 0)
                .ifPresent(found -> warnings.add(what + " " + found.toSeconds() + " s, the limit is " + limit));
    }
}
