package io.accounts4j.jobs;

import io.accounts4j.job.JobId;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/** The attempt that a {@link Work} is part of. Thread-safe. */
public interface JobContext {

    /** The same in every attempt. */
    JobId id();

    /** Which attempt this is, 1 for the first. */
    int attempt();

    /** After how many failed attempts the job is given up. */
    int maxAttempts();

    /** When this attempt was due, by the database's clock: for the first one the job's own time, later after the back-off. */
    Instant due();

    /** The tick of the {@link Cron} that stored the job, the same in every attempt; empty for jobs of no schedule. */
    Optional<Instant> tick();

    /** The queue the job waited in. */
    String queue();

    /**
     * Names the job to others: the same in every attempt and on every node, another one for every other job of this table.
     * A UUID as text, to be handed to whatever takes an idempotency key or a message id.
     */
    String idempotencyKey();

    /**
     * Returns whether the result is still wanted: false once the node has given the job up, which also interrupts the
     * thread. Long work without waits should ask repeatedly.
     */
    boolean isWanted();

    /**
     * Completes the job in the caller's own transaction on {@code connection}, which must lead to the database of the jobs:
     * the effects of the work there and the completion are stored together or not at all, so that the effect happens once
     * even if this node dies. Call it last, commit, and return {@code JobResult.complete()}; another result has no effect
     * then. After a rollback, return or throw as usual.
     *
     * @throws LeaseLostException if this attempt no longer holds the job; nothing was written, and the transaction must not
     *     commit
     */
    void completeIn(Connection connection);
}
