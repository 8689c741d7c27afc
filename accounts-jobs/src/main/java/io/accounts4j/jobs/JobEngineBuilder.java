package io.accounts4j.jobs;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.EventBus.Subscription;
import io.accounts4j.event.Signal;
import io.accounts4j.job.Backoff;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobListener;
import io.accounts4j.jobs.cron.Crontab;
import io.accounts4j.jobs.inside.TestAccess;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.node.Node;
import io.accounts4j.jobs.node.Settings;
import io.accounts4j.jobs.node.StepLoop;
import io.accounts4j.jobs.prune.Pruner;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.kernel.Text;
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

    private static final int MAX_NAME = 255;

    static {
        TestAccess.handlings(builder -> builder.kinds.on(builder.terms()));
    }

    private final DataSource dataSource;
    private final Map<String, Integer> limits = new LinkedHashMap<>();
    private final HandledKinds kinds = new HandledKinds();
    private final Crons crons = new Crons();
    private Retention retention = Retention.standard();
    private Schema schema = Schema.ofConnection();
    private String name = "pid " + ProcessHandle.current().pid();
    private IntFunction<Duration> backoff = Backoff::after;
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

    /** Works on {@code queue}, on up to {@code limit} of its jobs at once, 1 or more. */
    @CanIgnoreReturnValue
    public JobEngineBuilder queue(String queue, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("queue " + queue + " needs room for one job or more, not " + limit);
        }
        limits.put(queue, limit);
        return this;
    }

    /**
     * Does the work of this kind of job. Jobs of other kinds are left to other nodes. {@link IllegalArgumentException} where
     * its kind is handled already or the worker has no {@link Worker#perform}.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder worker(Worker<?> worker) {
        kinds.add(worker);
        return this;
    }

    /**
     * Handles these kinds, such as {@code accounts.jobHandlers()}. Jobs of other kinds are left to other nodes. {@link
     * IllegalArgumentException} where one is handled already.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder handlers(Collection<? extends JobHandler> known) {
        known.forEach(kinds::add);
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

    /** What this node is called in the table of nodes, at most 255 characters; its process id unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder name(String called) {
        if (!Text.isPlain(called) || Text.length(called) > MAX_NAME) {
            throw new IllegalArgumentException(
                    "a node's name has at most " + MAX_NAME + " printable characters: " + called);
        }
        this.name = called;
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

    /** How often it looks for due jobs; every second, give or take a tenth, unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder poll(Duration every) {
        this.poll = every;
        return this;
    }

    /**
     * How often it shows that it lives, and after what silence others take its jobs over; 10 and 30 seconds unless told
     * otherwise.
     */
    @CanIgnoreReturnValue
    public JobEngineBuilder heartbeat(Duration every, Duration timeToLive) {
        this.beat = every;
        this.ttl = timeToLive;
        return this;
    }

    /** How long closing waits for running jobs; 15 seconds unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder grace(Duration longest) {
        this.grace = longest;
        return this;
    }

    /** The wait after the given failed attempt, the first being 1; {@link Backoff#after} unless told otherwise. */
    @CanIgnoreReturnValue
    public JobEngineBuilder backoff(IntFunction<Duration> waits) {
        this.backoff = waits;
        return this;
    }

    /**
     * Starts the engine. {@link IllegalStateException} where something is missing or the database is none we know. A
     * database that cannot be reached is no obstacle: the engine works as soon as it can be.
     */
    public JobEngine start() {
        requireWork();
        Settings.Timing timing = new Settings.Timing(poll, beat, ttl, grace);
        Terms terms = terms();
        Map<String, Handling> handlings = new HashMap<>(kinds.on(terms));
        handlings.replaceAll((kind, handling) -> handling.forgotten(retention::forgets));
        Settings settings = new Settings(limits, handlings, listener, timing);
        Database database = new Database(dataSource, schema);
        Node node = new Node(database, name, settings);
        Optional<Crontab> crontab = crons.on(database, terms.cipher(), () -> announce(node));
        database.identify();
        List<StepLoop> beside = new ArrayList<>();
        beside.add(new Pruner(database, retention.rules()).loop());
        crontab.map(Crontab::loop).ifPresent(beside::add);
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

    private void requireWork() {
        if (limits.isEmpty()) {
            throw new IllegalStateException("an engine without queues would do nothing: add queue(\"mailers\", 20)");
        }
        if (kinds.isEmpty()) {
            throw new IllegalStateException(
                    "an engine without handlers would do nothing: add worker(...) or handlers(accounts.jobHandlers())");
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
        return new Terms(backoff, Optional.ofNullable(cipher));
    }
}
