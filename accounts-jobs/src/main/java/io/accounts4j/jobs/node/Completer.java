package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes: all that wait, together, by one thread, so that two of this node never meet in a row. The first waits 5 ms at
 * most for others, and not at all where none is to come. What is not written stays and is tried again; every write is fenced, so
 * a repeated one does nothing.
 */
final class Completer implements Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Completer.class);
    private static final int MOST = 500;
    /** With so many together there is little left to gain. */
    private static final int ENOUGH = 100;

    private static final long LINGER_NANOS = Duration.ofMillis(5).toNanos();
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Database database;
    private final Consumer<Collection<Run>> written;
    private final LinkedBlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();
    private volatile boolean due;
    private volatile boolean idle;
    private final List<Outcome> batch = new ArrayList<>();
    private final StepLoop loop = new StepLoop("accounts-jobs-completer", this::step);

    /** With who is told what is written. */
    Completer(Database database, Consumer<Collection<Run>> written) {
        this.database = database;
        this.written = written;
    }

    /** What is to be written about a run. */
    private record Outcome(Run run, Settlement settlement, long since) {}

    StepLoop loop() {
        return loop;
    }

    @Override
    public void add(Run run, Settlement settlement, boolean now) {
        waiting.add(new Outcome(run, settlement, System.nanoTime()));
        if (!due && (now || waiting.size() >= ENOUGH)) {
            due = true;
            loop.wake();
        } else if (idle) {
            loop.wake();
        }
    }

    /** Writes what still waits, once, and ends. */
    void close(Duration longest) throws SQLException {
        loop.stop(longest);
        while (!waiting.isEmpty() || !batch.isEmpty()) {
            due = true;
            var unused = step();
        }
    }

    private synchronized Duration step() throws SQLException {
        if (batch.isEmpty()) {
            long left = nanosUntilDue();
            if (left > 0) {
                return Duration.ofNanos(left);
            }
            due = false;
            waiting.drainTo(batch, MOST);
        }
        List<Settlement> settlements = batch.stream().map(Outcome::settlement).toList();
        Set<Long> ours = database.settle(settlements);
        report(ours);
        written.accept(batch.stream().map(Outcome::run).toList());
        batch.clear();
        return Duration.ZERO;
    }

    private long nanosUntilDue() {
        // Before the look: whoever adds after it sees that he is to wake this.
        idle = true;
        Outcome oldest = waiting.peek();
        if (oldest == null) {
            return IDLE.toNanos();
        }
        idle = false;
        return due ? 0 : oldest.since() + LINGER_NANOS - System.nanoTime();
    }

    /** What a handler completed in its own transaction is no longer held either, as it should be. */
    private void report(Set<Long> ours) {
        long lost = batch.stream()
                .map(Outcome::run)
                .filter(run -> !ours.contains(run.job().id()) && !run.isCompleting())
                .count();
        if (lost > 0) {
            LOG.info("{} jobs had another owner when they ended here", lost);
        }
    }
}
