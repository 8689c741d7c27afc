package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Acknowledged;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes: all that wait, together, by one thread, so that two of this node never meet in a row. The first waits 5 ms at
 * most for others, and not at all where none is to come. While the database is away all outcomes stay and are tried again; of a
 * batch that fails for another reason, only the outcomes that cannot be written are set aside.
 */
final class AckBatcher implements Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(AckBatcher.class);
    private static final int MOST = 500;
    /** With so many together there is little left to gain. */
    private static final int ENOUGH = 100;

    private static final long LINGER_NANOS = Duration.ofMillis(5).toNanos();
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final OutcomeWriter writer;
    private final Acknowledgements acknowledgements;
    private final LinkedBlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();
    private volatile boolean due;
    private volatile boolean idle;
    private volatile boolean closing;
    private final List<Outcome> batch = new ArrayList<>();
    private final SetAside<Outcome> aside = new SetAside<>();
    private final StepLoop loop = new StepLoop("accounts-jobs-completer", this::step);

    /** Reports to {@code acknowledgements}. */
    AckBatcher(Database database, Acknowledgements acknowledgements) {
        this.writer = new OutcomeWriter(database);
        this.acknowledgements = acknowledgements;
    }

    /** Notified of outcomes. */
    interface Acknowledgements {

        /** The outcomes of {@code runs} are written, or the jobs are another node's. */
        void written(Collection<Execution> runs);

        /** The outcomes of {@code runs} cannot be written now and are tried again, apart from all others. */
        void setAside(Collection<Execution> runs);
    }

    /** What is to be written about a run. */
    private record Outcome(Execution run, Settlement settlement, long since) {}

    StepLoop loop() {
        return loop;
    }

    @Override
    public void add(Execution run, Settlement settlement, boolean now) {
        waiting.add(new Outcome(run, settlement, System.nanoTime()));
        if (!due && (now || waiting.size() >= ENOUGH)) {
            due = true;
            loop.wake();
        } else if (idle) {
            loop.wake();
        }
    }

    /** From now on waits for no locked row: the node has no time for that. */
    void hurry() {
        closing = true;
    }

    /** Ends, and writes every outcome that still waits, once. Logs the jobs whose outcome is lost. */
    void close(Duration longest) throws SQLException {
        loop.stop(longest);
        writeLast();
    }

    private synchronized void writeLast() throws SQLException {
        List<Outcome> last = new ArrayList<>(aside.take());
        last.addAll(batch);
        batch.clear();
        waiting.drainTo(last);
        if (last.isEmpty()) {
            return;
        }
        try {
            last = report(last, writer.apart(settlements(last)));
        } finally {
            if (!last.isEmpty()) {
                LOG.error(
                        "outcomes not stored before this node ended: jobs={}; these jobs run again",
                        last.stream().map(outcome -> outcome.run().job().id()).toList());
            }
        }
    }

    private synchronized Duration step() throws SQLException {
        retryAside();
        if (batch.isEmpty()) {
            long left = nanosUntilDue();
            if (left > 0) {
                return Duration.ofNanos(Math.min(left, aside.nanosUntilDue()));
            }
            due = false;
            waiting.drainTo(batch, MOST);
        }
        List<Settlement> settlements = settlements(batch);
        List<Outcome> left = report(batch, closing ? writer.apart(settlements) : writer.together(settlements));
        acknowledgements.setAside(runs(left));
        aside.add(left);
        batch.clear();
        return Duration.ZERO;
    }

    private void retryAside() throws SQLException {
        if (aside.nanosUntilDue() <= 0) {
            List<Outcome> tried = aside.due();
            List<Outcome> left = report(tried, writer.apart(settlements(tried)));
            acknowledgements.setAside(runs(left));
            aside.keep(left);
        }
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

    /** Reports the outcomes that are written and returns the others. */
    private List<Outcome> report(List<Outcome> tried, Acknowledged result) {
        List<Outcome> written = new ArrayList<>();
        List<Outcome> left = new ArrayList<>();
        tried.forEach(outcome -> (result.left().containsKey(outcome.settlement().id()) ? left : written).add(outcome));
        // A job that a handler completed in its own transaction is no longer held either, as it should be.
        long lost = written.stream()
                .map(Outcome::run)
                .filter(run -> !result.held().contains(run.job().id()) && !run.isCompleting())
                .count();
        if (lost > 0) {
            LOG.info("{} jobs had another owner when they ended here", lost);
        }
        aside.log(result.left());
        acknowledgements.written(runs(written));
        return left;
    }

    private static List<Settlement> settlements(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::settlement).toList();
    }

    private static List<Execution> runs(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::run).toList();
    }
}
