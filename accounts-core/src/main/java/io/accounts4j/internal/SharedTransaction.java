package io.accounts4j.internal;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOptions;
import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.transaction.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Proves by a job that is rolled back that the queue writes in the store's transactions. Without that a user could be
 * stored without the mail, or a mail be sent about a user who does not exist.
 */
public final class SharedTransaction {

    private static final NewJob PROBE = NewJob.of(
            "accounts.probe", Map.of(), JobOptions.queue("accounts.probe").scheduleIn(Duration.ofDays(1)));

    private SharedTransaction() {}

    /** Throws {@link IllegalStateException} if {@code jobs} does not write in {@code transactions}. */
    public static void prove(Transactions transactions, JobQueue jobs) {
        AtomicReference<JobId> probe = new AtomicReference<>();
        try {
            transactions.inTransaction(() -> {
                probe.set(jobs.enqueue(PROBE));
                throw new RolledBack();
            });
        } catch (RolledBack expected) {
            refuseIfStored(jobs, Objects.requireNonNull(probe.get()));
        }
    }

    private static void refuseIfStored(JobQueue jobs, JobId probe) {
        if (jobs.cancel(probe)) {
            throw new IllegalStateException("jobs(...) does not write in the transactions of store(...): a job outlived"
                    + " the rollback it was queued in. Build the queue over the same store, as in"
                    + " JdbcJobQueue.on(store::withConnection)");
        }
    }

    /** Carries no stack trace: it is thrown at every start. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RolledBack() {
            super("probe", null, false, false);
        }
    }
}
