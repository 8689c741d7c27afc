package io.accounts4j.jobs;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.EventBus.Subscription;
import io.accounts4j.event.Signal;
import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobListener;
import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.inside.TestAccess;
import io.accounts4j.jobs.node.EngineRanges;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.node.Node;
import io.accounts4j.jobs.node.NodeName;
import io.accounts4j.jobs.node.ServedQueues;
import io.accounts4j.jobs.node.Settings;
import io.accounts4j.jobs.node.StepLoop;
import io.accounts4j.jobs.prune.Pruner;
import io.accounts4j.jobs.schedule.Schedules;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link JobEngine} needs: queues and handlers; everything else has a default. Not thread-safe. */
public final class JobEngineBuilder {

    static {
        TestAccess.handlings(builder -> builder.kinds.on(builder.terms()));
    }

    private final DataSource dataSource;
    private final Map<String, Integer> limits = new LinkedHashMap<>();
    private final ServedQueues served = new ServedQueues();
    private final HandledKinds kinds = new HandledKinds();
    private final Crons crons = new Crons();
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
     * Does the work of this kind of job. Jobs of other kinds are left to other nodes. {@link IllegalArgumentException} where
     * its kind is handled already or the worker has no {@link Worker#perform}.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder worker(Worker<?> worker) {
        kinds.add(worker);
        served.handler(worker.kind(), worker.queueName());
        return this;
    }

    /**
     * Handles these kinds, such as {@code accounts.jobHandlers()}. Jobs of other kinds are left to other nodes. {@link
     * IllegalArgumentException} where one is handled already.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder handlers(Collection<? extends JobHandler> known) {
        known.forEach(kinds::add);
        known.forEach(handler -> handler.queue().ifPresent(queue -> served.handler(handler.kind(), queue)));
        return this;
    }

    /** How long finished jobs are kept; {@link Retention#standard} unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder retention(Retention kept) {
        this.retention = kept;
        return this;
    }

    /** Stores a job by the clock. {@link IllegalArgumentException} where there is one of that name already. */
    @CanIgnoreReturnValue
    public JobEngineBuilder cron(Cron cron) {
        crons.add(cron);
        served.schedule(cron.name(), cron.queueName());
        return this;
    }

    /**
     * Its tables are in {@code named}; in the connections' own schema (MariaDB: database) unless told otherwise.
     *
     * @param named letters, digits and underscores, at most 63, in the case in which it is stored (H2: upper case)
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder inSchema(String named) {
        this.schema = Schema.named(named);
        return this;
    }

    /** What this node is called in the table of nodes, at most 255 characters. Default: host name and process id. */
    @CanIgnoreReturnValue
    public JobEngineBuilder name(String called) {
        this.name = NodeName.checked(called);
        return this;
    }

    /** Looks at once when the bus says that jobs were queued or something was said about queues. It looks every now and then anyway. */
    @CanIgnoreReturnValue
    public JobEngineBuilder wakeUps(EventBus announces) {
        this.bus = announces;
        return this;
    }

    /** Is told what happens to jobs; nobody unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder listener(JobListener told) {
        this.listener = told;
        return this;
    }

    /** Reads encrypted jobs with {@code with}; those under a key it does not have are left to other nodes. */
    @CanIgnoreReturnValue
    public JobEngineBuilder cipher(JobCipher with) {
        this.cipher = with;
        return this;
    }

    /**
     * How long an attempt at a job may take whose worker has no timeout of its own; then it is interrupted and has failed.
     * Default: 30 minutes.
     *
     * @param longest 0 or more; {@link Duration#ZERO} is no timeout
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder timeout(Duration longest) {
        this.timeout = Conduct.checkedTimeout(longest);
        return this;
    }

    /** How often it looks for due jobs, 1 ms to 1 day, give or take a tenth. Default: 1 second. */
    @CanIgnoreReturnValue
    public JobEngineBuilder poll(Duration every) {
        this.poll = EngineRanges.poll(every);
        return this;
    }

    /**
     * How often it renews its lease, 1 ms to 1 day, and after what silence others take its jobs over: twice that or more, up to 7
     * days. Default: 10 and 30 seconds.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder heartbeat(Duration every, Duration timeToLive) {
        this.beat = EngineRanges.heartbeat(every);
        this.ttl = EngineRanges.timeToLive(timeToLive, every);
        return this;
    }

    /** How long closing waits for running jobs, 0 to 1 day. Default: 15 seconds. */
    @CanIgnoreReturnValue
    public JobEngineBuilder grace(Duration longest) {
        this.grace = EngineRanges.grace(longest);
        return this;
    }

    /** The wait after the given failed attempt, the first being 1; {@link Backoff#after} unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder backoff(IntFunction<Duration> waits) {
        this.backoff = waits;
        return this;
    }

    /**
     * Starts the engine. {@link IllegalStateException} where something is missing, where a handler or a schedule has a queue that
     * this engine does not work on, see {@link #servedElsewhere}, or where the database is none we know. A
     * database that cannot be reached is no obstacle: the engine works as soon as it can be.
     */
    public JobEngine start() {
        served.check(limits.keySet(), kinds.isEmpty());
        Settings.Timing timing = new Settings.Timing(poll, beat, ttl, grace);
        Terms terms = terms();
        Map<String, Handling> handlings = new HashMap<>(kinds.on(terms));
        handlings.replaceAll((kind, handling) -> handling.forgotten(retention::forgets));
        Settings settings = new Settings(limits, handlings, crons.names(), listener, timing);
        Database database = new Database(dataSource, schema);
        Node node = new Node(database, name, settings);
        Optional<Schedules> crontab = crons.on(database, terms.cipher(), () -> announce(node));
        database.identify();
        List<StepLoop> beside = new ArrayList<>();
        beside.add(new Pruner(database, retention.rules()).loop());
        crontab.map(Schedules::loop).ifPresent(beside::add);
        List<Subscription> subscriptions = new ArrayList<>();
        JobEngine engine = new JobEngine(node, subscriptions);
        try {
            node.start(beside);
            subscribe(node, subscriptions);
            return engine;
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    private void subscribe(Node node, List<Subscription> subscriptions) {
        if (bus != null) {
            subscriptions.add(bus.subscribe(Signal.JOBS, signal -> node.jobsChanged(signal.key())));
            subscriptions.add(bus.subscribe(Signal.JOB_QUEUES, signal -> node.queuesChanged()));
        }
    }

    /** There are new jobs. */
    private void announce(Node node) {
        node.wake();
        if (bus != null) {
            bus.publish(new Signal(Signal.JOBS, Signal.ANYTHING));
        }
    }

    private Terms terms() {
        return new Terms(backoff, timeout, Optional.ofNullable(cipher));
    }
}
