package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.JobOutcome;
import java.util.EnumSet;
import java.util.Set;

/** The expected row of a job, written again in plain Java from the meaning of the states. */
final class SimulatedJob {

    static final Set<JobState> WAITING = EnumSet.of(JobState.AVAILABLE, JobState.SCHEDULED, JobState.RETRYABLE);
    private static final Set<JobState> FINAL = EnumSet.of(JobState.COMPLETED, JobState.DISCARDED, JobState.CANCELLED);

    final long id;
    JobState state;
    boolean due;
    long lease;
    int attempt;
    int maxAttempts;
    long node;
    boolean unwanted;

    SimulatedJob(long id, boolean due, int maxAttempts) {
        this.id = id;
        this.due = due;
        this.state = due ? JobState.AVAILABLE : JobState.SCHEDULED;
        this.maxAttempts = maxAttempts;
    }

    boolean waits() {
        return WAITING.contains(state);
    }

    boolean isFinal() {
        return FINAL.contains(state);
    }

    boolean isClaimable() {
        return waits() && due;
    }

    void claim(long by) {
        state = JobState.EXECUTING;
        lease++;
        attempt++;
        node = by;
    }

    /** Returns whether the outcome has its lease. */
    boolean acknowledge(JobOutcome outcome) {
        if (state != JobState.EXECUTING || lease != outcome.lease()) {
            return false;
        }
        boolean last = FINAL.contains(outcome.state());
        state = unwanted && !last ? JobState.CANCELLED : outcome.state();
        due = outcome.delay().isZero();
        attempt -= outcome.returned();
        lease++;
        return true;
    }

    /** Recovers it after the death of its node. */
    void rescue() {
        JobState tried = unwanted ? JobState.CANCELLED : JobState.RETRYABLE;
        state = attempt < maxAttempts ? tried : JobState.DISCARDED;
        due = true;
        lease++;
    }

    boolean cancel() {
        if (state == JobState.EXECUTING) {
            unwanted = true;
            return true;
        }
        return leaveWaiting(JobState.CANCELLED);
    }

    boolean discard() {
        return leaveWaiting(JobState.DISCARDED);
    }

    boolean retry() {
        if (state == JobState.AVAILABLE || state == JobState.EXECUTING) {
            return false;
        }
        state = JobState.AVAILABLE;
        due = true;
        unwanted = false;
        maxAttempts = Math.max(maxAttempts, attempt + 1);
        lease++;
        return true;
    }

    private boolean leaveWaiting(JobState next) {
        if (!waits()) {
            return false;
        }
        state = next;
        lease++;
        return true;
    }

    /** Returns whether {@code held} is its claim. */
    boolean isHeldBy(ClaimedJob held) {
        return state == JobState.EXECUTING && lease == held.lease();
    }

    /** As the row is read. */
    @Override
    public String toString() {
        return id + " " + state.code() + " lease " + lease + " attempt " + attempt + " of " + maxAttempts
                + (state == JobState.EXECUTING ? " node " + node : "");
    }
}
