package io.accounts4j.purging;

import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.store.AccountStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes expired tokens, expired sessions and events past their time, a thousand per transaction. Expired ones are refused
 * anyway; this keeps the tables small. Users are never deleted. Run it every night: {@code Cron.of("accounts-purge",
 * "0 4 * * *", Purging.job())}.
 */
public final class Purging implements JobHandler {

    /** The kind of job this handles. */
    public static final String KIND = "accounts.purge";

    private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
    private static final String QUEUE = "default";
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_KEPT = Duration.ofDays(36_500);
    private static final int MOST_BATCHES = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AccountStore store;
    private final Duration keepEvents;
    private final Clock clock;

    /** Over the store; events stay for {@code keepEvents}, 0 to 36,500 days. */
    public Purging(AccountStore store, Duration keepEvents, Clock clock) {
        this.store = store;
        this.keepEvents = checkedKeepEvents(keepEvents);
        this.clock = clock;
    }

    /** {@code time} if events can be kept for so long; {@link IllegalArgumentException} with the range if not. */
    public static Duration checkedKeepEvents(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_KEPT) > 0) {
            throw new IllegalArgumentException("keepEvents must be >= PT0S and <= " + LONGEST_KEPT + ", got " + time
                    + "; give the time after which an event is deleted");
        }
        return time;
    }

    /** The job that has it done, in the queue {@code default}. */
    public static NewJob job() {
        return NewJob.of(KIND, Map.of(), JobOptions.queue(QUEUE).maxAttempts(3));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> queue() {
        return Optional.of(QUEUE);
    }

    /** Goes on later after a million of a sort, so that other jobs get their turn. */
    @Override
    public JobResult run(JobRun job) {
        Instant now = clock.instant();
        int tokens = purge(limit -> store.tokens().purge(now, limit));
        int sessions = purge(limit -> store.sessions().purge(now, limit));
        int events = purge(limit -> store.events().purge(now.minus(keepEvents), limit));
        LOG.info("{} tokens, {} sessions and {} events were purged", tokens, sessions, events);
        boolean all = Math.max(tokens, Math.max(sessions, events)) < BATCH * MOST_BATCHES;
        return all ? JobResult.complete() : JobResult.snooze(PAUSE);
    }

    private static int purge(IntUnaryOperator batch) {
        int purged = 0;
        for (int done = BATCH; done == BATCH && purged < BATCH * MOST_BATCHES; purged += done) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted while purging");
            }
            done = batch.applyAsInt(BATCH);
        }
        return purged;
    }
}
