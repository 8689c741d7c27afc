package io.accounts4j.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a job by an operator. Immutable.
 *
 * @param at when the job is due, where it is rescheduled; else empty
 */
public record JobOperation(Action action, Optional<Instant> at) {

    private static final Instant LATEST = Instant.parse("2969-01-01T00:00:00Z");

    /** The actions there are. */
    public enum Action {
        /** See {@link JobOperation#retry}. */
        RETRY,
        /** See {@link JobOperation#cancel}. */
        CANCEL,
        /** See {@link JobOperation#discard}. */
        DISCARD,
        /** See {@link JobOperation#reschedule}. */
        RESCHEDULE,
        /** See {@link JobOperation#delete}. */
        DELETE
    }

    /** {@link IllegalArgumentException} unless there is a time where and only where a job is rescheduled. */
    public JobOperation {
        if (at.isPresent() != (action == Action.RESCHEDULE)) {
            throw new IllegalArgumentException("at must be given for RESCHEDULE alone, got " + at + " for " + action
                    + "; use reschedule(at) or the method named after the action");
        }
        if (at.filter(time -> time.isBefore(Instant.EPOCH) || !time.isBefore(LATEST))
                .isPresent()) {
            throw new IllegalArgumentException("at must be an instant from 1970 to 2968, got " + at.get()
                    + "; delete or discard what is never to run");
        }
    }

    /**
     * Makes a job due now, with one more attempt if none is left. The job must be neither available nor executing, and its
     * arguments must exist. A unique key of the job stays in force.
     */
    public static JobOperation retry() {
        return new JobOperation(Action.RETRY, Optional.empty());
    }

    /** Calls a job off: at once while it waits; one that runs is interrupted by its node and called off then. */
    public static JobOperation cancel() {
        return new JobOperation(Action.CANCEL, Optional.empty());
    }

    /** Gives a job up that waits. */
    public static JobOperation discard() {
        return new JobOperation(Action.DISCARD, Optional.empty());
    }

    /**
     * Makes a job that waits due at another time, by the store's clock.
     *
     * @param at an instant from 1970 to 2968; one that has passed makes the job due now
     */
    public static JobOperation reschedule(Instant at) {
        return new JobOperation(Action.RESCHEDULE, Optional.of(at));
    }

    /** Removes a job that is not executing. */
    public static JobOperation delete() {
        return new JobOperation(Action.DELETE, Optional.empty());
    }
}
