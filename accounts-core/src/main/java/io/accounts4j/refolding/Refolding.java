package io.accounts4j.refolding;

import io.accounts4j.internal.Parts;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobResult;
import io.accounts4j.job.JobRun;
import io.accounts4j.job.NewJob;
import io.accounts4j.store.AccountStore;
import io.accounts4j.user.UserId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes canonical addresses and search texts anew where an older version of this library has stored them, 200 users per
 * transaction. Until then searches find such rows by the old forms too. Enqueue it once after an upgrade whose notes ask
 * for it, or on a schedule: it reads the table once and writes nothing when all rows are up to date. An address whose new
 * canonical form is another user's is logged, keeps its old form and is tried again by the next run.
 */
public final class Refolding implements JobHandler {

    /** The kind of job this handles. */
    public static final String KIND = "accounts.refold";

    private static final Logger LOG = LoggerFactory.getLogger(Refolding.class);
    private static final int BATCH = 200;

    private final AccountStore store;

    private Refolding(AccountStore store) {
        this.store = store;
    }

    /**
     * Wires the feature, for {@code Accounts} alone.
     *
     * @hidden
     */
    @SuppressWarnings({"exports", "InvalidBlockTag"})
    public static Refolding over(Parts parts) {
        return new Refolding(parts.store());
    }

    /** The job, in the queue {@code default}. */
    public static NewJob job() {
        return NewJob.of(KIND, Map.of(), JobOptions.queue("default").maxAttempts(3));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobResult run(JobRun job) {
        int batches = 0;
        Optional<UserId> last = refold(Optional.empty());
        for (; last.isPresent(); last = refold(last)) {
            batches++;
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted while refolding users; the next attempt continues");
            }
        }
        LOG.info("users refolded: batches={} of at most {}", batches, BATCH);
        return JobResult.complete();
    }

    private Optional<UserId> refold(Optional<UserId> after) {
        return store.transactions().inTransaction(() -> store.users().refold(after, BATCH));
    }
}
