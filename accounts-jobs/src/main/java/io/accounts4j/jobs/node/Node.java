package io.accounts4j.jobs.node;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.StatementName;
import io.accounts4j.supervision.LoopStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a node and how they are started, stopped and told of each other: a dispatcher that claims, threads that
 * work, a completer that writes outcomes, a heart that shows the node lives. Thread-safe.
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration LAST_CLAIM = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Settings settings;
    private final AckBatcher completer;
    private final Executor runs;
    private final Heartbeat membership;
    private final Queues queues;
    private final Dispatcher dispatcher;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile List<StepLoop> companions = List.of();

    /** Over its own way to the database; {@code name} is for those who look at the table of nodes. */
    public Node(Database database, String name, Settings settings) {
        this.settings = settings;
        this.completer = new AckBatcher(database, new AckBatcher.Acknowledgements() {
            @Override
            public void written(Collection<Execution> outcomes) {
                runs().written(outcomes);
            }

            @Override
            public void setAside(Collection<Execution> outcomes) {
                runs().setAside(outcomes);
            }
        });
        this.runs = new Executor(settings, HandlerThreads.create(), database::complete, completer, this::roomMade);
        this.membership = new Heartbeat(database, name, settings, this::wake, runs::abandon);
        this.queues =
                new Queues(database, name, settings.limits(), settings.timing().poll());
        this.dispatcher = new Dispatcher(database, membership, queues, runs, settings);
    }

    /** Starts its threads, and those of {@code beside}, which end with it. Once. */
    public void start(List<StepLoop> beside) {
        companions = List.copyOf(beside);
        loops().forEach(StepLoop::start);
    }

    /** How its threads are doing. */
    public List<LoopStatus> status() {
        return loops().map(StepLoop::status).toList();
    }

    private Stream<StepLoop> loops() {
        return Stream.concat(Stream.of(completer.loop(), membership.loop(), dispatcher.loop()), companions.stream());
    }

    /** Why it cannot work on jobs at present; empty where it can. */
    public Optional<String> trouble() {
        if (closed.get()) {
            return Optional.of("it is closed");
        }
        if (membership.node().isEmpty()) {
            return Optional.of("it holds no lease");
        }
        return Stream.of(dispatcher.loop(), completer.loop())
                .map(StepLoop::status)
                .filter(status -> !status.running())
                .map(status -> status.name() + " is waiting to try again")
                .findFirst();
    }

    /** There may be something to do. */
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

    /** Something may have been said about queues. */
    public void queuesChanged() {
        queues.changed();
        dispatcher.wake();
    }

    /** How many handlers ignore that they were interrupted. Each keeps its place in its queue. */
    public long stuck() {
        return runs.stuck();
    }

    /**
     * Claims no more, lets running jobs end within the grace, and gives the rest back at no cost. Takes the grace and two
     * seconds at most. Again is harmless. What a broken database keeps it from writing is rescued by another node.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long end = System.nanoTime()
                + settings.timing().grace().plus(LAST_CLAIM).plus(LAST_WORDS).toNanos();
        companions.forEach(StepLoop::end);
        dispatcher.loop().stop(LAST_CLAIM);
        runs.limit(Map.of());
        runs.awaitNone(settings.timing().grace());
        completer.hurry();
        runs.release();
        runs.close();
        leave(end);
    }

    /** On a thread of its own, for a database or a pool may take its time. */
    private void leave(long end) {
        Duration left = Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
        Thread leaving = new Thread(
                () -> {
                    say(() -> completer.close(left));
                    say(() -> membership.close(left));
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

    private static void say(LastWord word) {
        try {
            word.say();
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

    /** Something written at the end. */
    private interface LastWord {
        void say() throws SQLException;
    }

    /** For parts that are made before it. */
    private Executor runs() {
        return runs;
    }

    private void roomMade() {
        dispatcher.roomMade();
    }
}
