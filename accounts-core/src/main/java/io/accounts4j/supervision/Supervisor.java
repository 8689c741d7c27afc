package io.accounts4j.supervision;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs background loops, each on a thread of its own, and starts a crashed one again after a growing wait while the others
 * go on (the original's {@code one_for_one}). Crashes are counted and logged. Also holds parts that run by themselves, such
 * as pools and servers, so that everything is stopped in the reverse order of its start. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestartBackoff backoff;
    private final List<SupervisedLoop> loops = new CopyOnWriteArrayList<>();
    private final Deque<Child> children = new ArrayDeque<>();
    private boolean closed;

    /** With {@link RestartBackoff#standard()}. */
    public Supervisor() {
        this(RestartBackoff.standard());
    }

    /** With other waits between a crash and the restart. */
    public Supervisor(RestartBackoff backoff) {
        this.backoff = backoff;
    }

    private record Child(String name, AutoCloseable stop) {}

    /**
     * Starts {@code loop}. {@link IllegalStateException} when this supervisor is closed.
     *
     * @param name of the loop and its thread, for logs and lists
     */
    public synchronized void start(String name, Loop loop) {
        if (closed) {
            throw alreadyClosed();
        }
        SupervisedLoop supervised = SupervisedLoop.of(name, loop, backoff);
        loops.add(supervised);
        children.push(new Child(name, () -> stop(supervised)));
        supervised.start();
    }

    /**
     * Holds a part that has just been started. When this supervisor is closed the part is stopped at once, and {@link
     * IllegalStateException} says so.
     *
     * @param stop how it is stopped; what that throws is logged and keeps nothing else from being stopped
     */
    public synchronized void started(String name, AutoCloseable stop) {
        Child child = new Child(name, stop);
        if (closed) {
            stop(child);
            throw alreadyClosed();
        }
        children.push(child);
    }

    /** How each loop is doing, the first started first; as it ended, once it has been stopped. */
    public List<LoopStatus> status() {
        return loops.stream().map(SupervisedLoop::status).toList();
    }

    /**
     * Stops everything in the reverse order of its start: a loop is interrupted and waited for up to five seconds, a part
     * takes the time it takes. Again is harmless.
     */
    @Override
    public synchronized void close() {
        closed = true;
        while (!children.isEmpty()) {
            stop(children.pop());
        }
    }

    private static void stop(Child child) {
        LOG.debug("stopping {}", child.name());
        try {
            child.stop().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("{} did not stop properly", child.name(), e);
        }
    }

    private static void stop(SupervisedLoop loop) throws InterruptedException {
        if (!loop.interrupt(PATIENCE)) {
            LOG.warn("{} did not end within {}", loop.status().name(), PATIENCE);
        }
    }

    private static IllegalStateException alreadyClosed() {
        return new IllegalStateException("this supervisor is closed");
    }
}
