package io.accounts4j.jobs;

import io.accounts4j.event.EventBus;
import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobListener;
import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.node.EngineRanges;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.node.Node;
import io.accounts4j.jobs.node.NodeName;
import io.accounts4j.jobs.node.Ranges;
import io.accounts4j.jobs.node.ServedQueues;
import io.accounts4j.jobs.node.Settings;
import io.accounts4j.jobs.prune.Pruner;
import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.supervision.SupervisedLoop;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link JobEngine}: queues and handlers are required, the others have defaults. Not thread-safe.
 */
public final class JobEngineBuilder {

    private final DataSource dataSource;
    private final Map<String, Integer> limits = new LinkedHashMap<>();
    private final ServedQueues served = new ServedQueues();
    private final Map<String, Function<Optional<JobCipher>, Handling>> kinds = new LinkedHashMap<>();
    private final Map<String, Cron> crons = new LinkedHashMap<>();
    private Retention retention = Retention.standard();
    private Schema schema = Schema.ofConnection();
    private String name = NodeName.standard();
    private IntFunction<Duration> backoff = Backoff::after;
    private Duration timeout = Duration.ofMinutes(30);
    private Duration poll = Duration.ofSeconds(1);
    private Duration beat = Duration.ofSeconds(10);
    private Duration ttl = Duration.ofSeconds(30);
    private Duration grace = Duration.ofSeconds(15);
    private JobListener listener = event -> {};
    private @Nullable EventBus bus;
    private @Nullable JobCipher cipher;

    JobEngineBuilder(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Works on {@code queue}, on up to {@code limit} of its jobs at once, 1 to 10,000. */
    @CanIgnoreReturnValue
    public JobEngineBuilder queue(String queue, int limit) {
        limits.put(JobOptions.queue(queue).queue(), EngineRanges.limit(queue, limit));
        return this;
    }

    /**
     * Declares that another engine works on {@code queues}, so that this one may have handlers and schedules of jobs that wait
     * there.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder servedElsewhere(String... queues) {
        served.elsewhere(List.of(queues));
        return this;
    }

    /**
     * Adds the handler of a kind of job. Jobs of kinds without a handler are left to other nodes. {@link
     * IllegalArgumentException} for a second handler of a kind, or a worker without {@link Worker#perform}.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder worker(Worker<?> worker) {
        handling(worker.kind(), worker.handling());
        served.handler(worker.kind(), worker.queueName());
        return this;
    }

    /**
     * Handles these kinds, such as {@code accounts.jobHandlers()}. Jobs of other kinds are left to other nodes. {@link
     * IllegalArgumentException} where one is handled already.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder handlers(Collection<? extends JobHandler> known) {
        known.forEach(handler -> handling(handler.kind(), unused -> Handling.of(handler)));
        known.forEach(handler -> handler.queue().ifPresent(queue -> served.handler(handler.kind(), queue)));
        return this;
    }

    /** Sets the retention of finished jobs. Default: {@link Retention#standard}. */
    @CanIgnoreReturnValue
    public JobEngineBuilder retention(Retention kept) {
        this.retention = kept;
        return this;
    }

    /** Stores a job by the clock. {@link IllegalArgumentException} where there is one of that name already. */
    @CanIgnoreReturnValue
    public JobEngineBuilder cron(Cron cron) {
        if (crons.putIfAbsent(cron.name(), cron) != null) {
            throw new IllegalArgumentException(
                    "schedule names must be unique, got " + cron.name() + " twice; give each its own");
        }
        served.schedule(cron.name(), cron.queueName());
        return this;
    }

    /**
     * Sets the schema of its tables (MariaDB: database). Default: the schema of the connections.
     *
     * @param named letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder inSchema(String named) {
        this.schema = Schema.named(named);
        return this;
    }

    /** Sets the name of this node in the table of nodes, at most 255 characters. Default: host name and process id. */
    @CanIgnoreReturnValue
    public JobEngineBuilder name(String called) {
        this.name = NodeName.checked(called);
        return this;
    }

    /** Polls at once when the bus signals new jobs or changed queue settings, besides once per poll interval. */
    @CanIgnoreReturnValue
    public JobEngineBuilder wakeUps(EventBus announces) {
        this.bus = announces;
        return this;
    }

    /** Sets the listener for events of jobs. Default: none. */
    @CanIgnoreReturnValue
    public JobEngineBuilder listener(JobListener told) {
        this.listener = told;
        return this;
    }

    /** Sets the cipher for encrypted jobs; jobs under a key that it lacks are left to other nodes. */
    @CanIgnoreReturnValue
    public JobEngineBuilder cipher(JobCipher with) {
        this.cipher = with;
        return this;
    }

    /**
     * Sets the timeout of attempts for workers without one of their own. An attempt that takes longer is interrupted and
     * fails. Default: 30 minutes.
     *
     * @param longest 0 or more; {@link Duration#ZERO} is no timeout
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder timeout(Duration longest) {
        this.timeout = Ranges.timeout(longest);
        return this;
    }

    /** Sets the poll interval, 1 ms to 1 day; varied by up to a tenth at random. Default: 1 second. */
    @CanIgnoreReturnValue
    public JobEngineBuilder poll(Duration every) {
        this.poll = EngineRanges.poll(every);
        return this;
    }

    /**
     * Sets the interval between renewals of the lease, 1 ms to 1 day, and the time to live of the lease, after which other
     * nodes take its jobs over: at least twice the interval, at most 7 days. Default: 10 and 30 seconds.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder heartbeat(Duration every, Duration timeToLive) {
        this.beat = EngineRanges.heartbeat(every);
        this.ttl = EngineRanges.timeToLive(timeToLive, every);
        return this;
    }

    /** Sets the longest time that closing waits for executing jobs, 0 to 1 day. Default: 15 seconds. */
    @CanIgnoreReturnValue
    public JobEngineBuilder grace(Duration longest) {
        this.grace = EngineRanges.grace(longest);
        return this;
    }

    /** Sets the wait after the given failed attempt, the first being 1. Default: {@link Backoff#after}. */
    @CanIgnoreReturnValue
    public JobEngineBuilder backoff(IntFunction<Duration> waits) {
        this.backoff = waits;
        return this;
    }

    /**
     * Starts the engine. {@link IllegalStateException} if a queue or a handler is missing, or if a handler or a schedule has a queue
     * that this engine does not work on, see {@link #servedElsewhere}; {@link IllegalArgumentException} for an unsupported database.
     * Starts also while the database is unreachable, and works as soon as it is reachable.
     */
    public JobEngine start() {
        served.check(limits.keySet(), kinds.isEmpty());
        Settings.Timing timing = new Settings.Timing(poll, beat, ttl, grace);
        Settings settings = new Settings(limits, handlings(), crons.keySet(), listener, timing);
        Database database = new Database(dataSource, schema);
        JobEngine engine = new JobEngine(new Node(database, name, settings), Optional.ofNullable(bus));
        database.identify();
        Map<String, SupervisedLoop.Step> companions = new LinkedHashMap<>();
        companions.put("accounts-jobs-pruner", new Pruner(database, retention.rules())::step);
        if (!crons.isEmpty()) {
            companions.put("accounts-jobs-schedules", schedules(database, engine::announce)::step);
        }
        engine.start(companions);
        return engine;
    }

    private Schedules schedules(Database database, Runnable stored) {
        Map<String, Schedules.Line> lines = new HashMap<>();
        crons.forEach((cron, schedule) -> lines.put(cron, schedule.line(Optional.ofNullable(cipher))));
        return new Schedules(database, lines, stored);
    }

    private void handling(String kind, Function<Optional<JobCipher>, Handling> handling) {
        if (kinds.putIfAbsent(kind, handling) != null) {
            throw new IllegalArgumentException(
                    "handlers must be one per kind, got two for kind " + kind + "; give one");
        }
    }

    /**
     * For package {@code testing}.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public Map<String, Handling> handlings() {
        Map<String, Handling> byKind = new HashMap<>();
        kinds.forEach((kind, handling) -> byKind.put(
                kind,
                handling.apply(Optional.ofNullable(cipher))
                        .withDefaults(backoff, timeout)
                        .deletingIn(retention::deletes)));
        return byKind;
    }
}
