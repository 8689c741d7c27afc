package io.accounts4j.purging;

import io.accounts4j.internal.Parts;
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
    private static final int MOST_BATCHES = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AccountStore store;
    private final PurgingSettings settings;
    private final Clock clock;

    private Purging(Parts parts, PurgingSettings settings) {
        this.store = parts.store();
        this.settings = settings;
        this.clock = parts.clock();
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static Purging over(Parts parts, PurgingSettings settings) {
        return new Purging(parts, settings);
    }

    /** The job, in the queue {@code default}. */
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

    /** Continues later after a million rows of a table, so that other jobs get their turn. */
    @Override
    public JobResult run(JobRun job) {
        Instant now = clock.instant();
        int tokens = purge(limit -> store.tokens().purge(now, limit));
        int sessions = purge(limit -> store.sessions().purge(now, limit));
        int events = purge(limit -> store.events().purge(now.minus(settings.keepEvents()), limit));
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
