package io.accounts4j.supervision;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs background loops, each on a thread of its own, and starts a crashed one again after a growing wait while the others
 * go on (the original's {@code one_for_one}). Crashes are counted and logged. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestartBackoff backoff;
    private final Deque<SupervisedLoop> loops = new ArrayDeque<>();
    private boolean closed;

    /** With {@link RestartBackoff#standard()}. */
    public Supervisor() {
        this(RestartBackoff.standard());
    }

    /** With other waits between a crash and the restart. */
    public Supervisor(RestartBackoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Starts {@code loop}. {@link IllegalStateException} when this supervisor is closed.
     *
     * @param name of the loop and its thread, for logs and lists
     */
    public synchronized void start(String name, Loop loop) {
        if (closed) {
            throw new IllegalStateException("this supervisor is closed");
        }
        SupervisedLoop supervised = new SupervisedLoop(name, loop, backoff);
        loops.push(supervised);
        supervised.start();
    }

    /** How each loop is doing, the first started first. */
    public synchronized List<LoopStatus> status() {
        List<LoopStatus> all = new ArrayList<>();
        loops.descendingIterator().forEachRemaining(loop -> all.add(loop.status()));
        return all;
    }

    /** Interrupts the loops in the reverse order of their start and waits up to five seconds for each. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!loops.isEmpty()) {
            stop(loops.pop());
        }
    }

    private static void stop(SupervisedLoop loop) {
        try {
            if (!loop.stop(PATIENCE)) {
                LOG.warn("{} did not end within {}", loop.status().name(), PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
