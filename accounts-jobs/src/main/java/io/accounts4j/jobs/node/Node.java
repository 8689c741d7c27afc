package io.accounts4j.jobs.node;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.StatementName;
import io.accounts4j.supervision.LoopStatus;
import io.accounts4j.supervision.SupervisedLoop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One engine's part of the work on the table: a dispatcher that claims, an executor that runs handlers, a batcher that writes
 * outcomes, a heartbeat that renews the lease. Thread-safe.
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration LAST_CLAIM = Duration.ofSeconds(1);
    private static final Duration LAST_STATEMENTS = Duration.ofSeconds(1);

    private final Settings settings;
    private final Executor executor;
    private final Heartbeat heartbeat;
    private final Queues queues;
    private final Dispatcher dispatcher;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile List<SupervisedLoop> companions = List.of();

    /** On its own connections; {@code name} is stored in the table of nodes. */
    public Node(Database database, String name, Settings settings) {
        this.settings = settings;
        this.executor = new Executor(settings, HandlerThreads.create(), database, this::capacityFreed);
        this.heartbeat = new Heartbeat(database, name, settings, this::wake, executor::abandon);
        this.queues =
                new Queues(database, name, settings.limits(), settings.timing().poll());
        this.dispatcher = new Dispatcher(database, heartbeat, queues, executor, settings);
    }

    /** Starts its loops, and one for each of {@code companions} by name, which end with it. Once. */
    public void start(Map<String, SupervisedLoop.Step> companions) {
        this.companions = companions.entrySet().stream()
                .map(step -> NodeLoops.loop(step.getKey(), step.getValue()))
                .toList();
        loops().forEach(SupervisedLoop::start);
    }

    /** Returns the state of each loop. */
    public List<LoopStatus> status() {
        return loops().map(SupervisedLoop::status).toList();
    }

    private Stream<SupervisedLoop> loops() {
        return Stream.concat(
                Stream.of(executor.acks().loop(), heartbeat.loop(), dispatcher.loop()), companions.stream());
    }

    /** The reason for which it executes no jobs at present; empty if it does. */
    public Optional<String> trouble() {
        if (closed.get()) {
            return Optional.of("it is closed");
        }
        if (heartbeat.node().isEmpty()) {
            return Optional.of("it holds no lease");
        }
        return Stream.of(dispatcher.loop(), executor.acks().loop())
                .map(SupervisedLoop::status)
                .filter(status -> !status.running())
                .map(status -> status.name() + " is waiting to try again")
                .findFirst();
    }

    /** A job may be due. */
    public void wake() {
        dispatcher.wake();
    }

    /** Jobs of {@code queue} were stored; of any, or were cancelled, where it is empty. */
    public void jobsChanged(String queue) {
        if (queue.isEmpty()) {
            dispatcher.lookForCancelled();
        } else {
            dispatcher.wake();
        }
    }

    /** The run-time settings of queues may have changed. */
    public void queuesChanged() {
        queues.changed();
        dispatcher.wake();
    }

    /** The number of handlers that still run although they were interrupted. Each keeps its slot in its queue. */
    public long stuck() {
        return executor.stuck();
    }

    /**
     * Stops claiming, waits for executing jobs within the grace and releases the rest, whose attempts do not count. Takes at most
     * the grace and two seconds. Has no effect the second time. Jobs whose outcome cannot be written are recovered by another
     * node.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long end = System.nanoTime()
                + settings.timing()
                        .grace()
                        .plus(LAST_CLAIM)
                        .plus(LAST_STATEMENTS)
                        .toNanos();
        companions.forEach(SupervisedLoop::end);
        dispatcher.loop().stop(LAST_CLAIM);
        executor.limit(Map.of());
        executor.awaitNone(settings.timing().grace());
        executor.acks().hurry();
        executor.close();
        leave(end);
    }

    /** On a thread of its own, because a database or a pool may not return in time. */
    private void leave(long end) {
        Duration left = Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
        Thread leaving = new Thread(
                () -> {
                    attempt(() -> executor.acks().close(left));
                    attempt(() -> heartbeat.close(left));
                    companions.forEach(loop -> loop.stop(left));
                },
                "accounts-jobs-leaving");
        leaving.setDaemon(true);
        leaving.start();
        try {
            leaving.join(left.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(LastStatement statement) {
        try {
            statement.run();
        } catch (SQLException e) {
            LOG.warn(
                    "could not deregister this node: statement={} cause={}; its jobs are released when its lease expires",
                    StatementName.of(e),
                    SqlErrors.codes(e));
        } catch (RuntimeException e) {
            LOG.warn(
                    "could not deregister this node: cause={}; its jobs are released when its lease expires",
                    e.getClass().getName());
        }
    }

    /** A statement of a node that closes. */
    private interface LastStatement {
        void run() throws SQLException;
    }

    private void capacityFreed() {
        dispatcher.capacityFreed();
    }
}
