package io.accounts4j.jobs;

import io.accounts4j.Accounts;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.EventBus.Subscription;
import io.accounts4j.event.Signal;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.jobs.node.EngineHealth;
import io.accounts4j.jobs.node.Node;
import io.accounts4j.supervision.LoopStatus;
import io.accounts4j.supervision.SupervisedLoop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs that {@link JdbcJobQueue} stored: a node among any number that work on the same table. A job runs at least
 * once, at most as often as it may be tried; twice only where a node dies or loses its lease between the work and its
 * acknowledgement. Thread-safe.
 */
public final class JobEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);

    private final Node node;
    private final Optional<EventBus> bus;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    JobEngine(Node node, Optional<EventBus> bus) {
        this.node = node;
        this.bus = bus;
    }

    /** Starts the loops of the node and the {@code companions}, by name. */
    void start(Map<String, SupervisedLoop.Step> companions) {
        try {
            node.start(companions);
            bus.ifPresent(signals -> {
                subscriptions.add(signals.subscribe(Signal.JOBS, signal -> node.jobsChanged(signal.key())));
                subscriptions.add(signals.subscribe(Signal.JOB_QUEUES, signal -> node.queuesChanged()));
            });
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Announces that jobs were stored, to this engine and to all others. */
    void announce() {
        node.wake();
        bus.ifPresent(signals -> signals.publish(new Signal(Signal.JOBS, Signal.ANYTHING)));
    }

    /**
     * Collects the settings of an engine. It takes connections of its own from {@code dataSource}, two most of the time and
     * five at once at most, best from a pool that nobody else can exhaust.
     */
    public static JobEngineBuilder builder(DataSource dataSource) {
        return new JobEngineBuilder(dataSource);
    }

    /**
     * Collects the settings of an engine for the jobs of {@code accounts}: their handlers, and their queues with a limit of
     * 20 each. Limits can be changed, queues and handlers added.
     */
    public static JobEngineBuilder forAccounts(Accounts accounts, DataSource dataSource) {
        JobEngineBuilder builder = builder(dataSource).handlers(accounts.jobHandlers());
        accounts.jobHandlers().stream()
                .flatMap(handler -> handler.queue().stream())
                .forEach(queue -> builder.queue(queue, 20));
        return builder;
    }

    /**
     * Checks that this engine holds its lease and claims jobs: for readiness, since another node may be able to. Returns at
     * once.
     */
    public HealthCheck health() {
        return new EngineHealth(node);
    }

    /** Polls for due jobs now. */
    public void wake() {
        node.wake();
    }

    /**
     * The number of handlers that still run although they were interrupted, because their job was cancelled, timed out or
     * was taken over. Each keeps its slot in its queue until it ends.
     */
    public long stuck() {
        return node.stuck();
    }

    /**
     * The state of its loops, which claim, write outcomes, renew the lease, remove finished jobs and store the jobs of
     * schedules.
     */
    public List<LoopStatus> loops() {
        return node.status();
    }

    /**
     * Stops claiming, waits for executing jobs as long as the grace allows, interrupts the rest and releases their jobs,
     * whose attempts do not count. Closes no data source. Has no effect the second time.
     */
    @Override
    public void close() {
        subscriptions.forEach(JobEngine::end);
        node.close();
    }

    private static void end(Subscription subscription) {
        try {
            subscription.close();
        } catch (RuntimeException e) {
            LOG.warn("could not unsubscribe from the event bus: the job engine closes anyway", e);
        }
    }
}
