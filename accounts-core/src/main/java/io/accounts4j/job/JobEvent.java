package io.accounts4j.job;

import java.time.Duration;

/** A change of a job, reported by the node that runs it or takes it over. Holds no arguments and no secret. */
public sealed interface JobEvent {

    /** The job it happened to. */
    Subject job();

    /** How long the job waited after it was due, by the clock of the store. */
    Duration queueTime();

    /**
     * Which job it is.
     *
     * @param attempt which attempt this is, 1 for the first
     * @param maxAttempts after how many it is given up
     */
    record Subject(JobId id, String kind, String queue, int attempt, int maxAttempts) {}

    /** How an attempt ended. */
    enum Outcome {
        /** The work is done. */
        COMPLETED,
        /** The handler called the job off, or it was cancelled while it ran. */
        CANCELLED,
        /** The job was deferred without using an attempt. */
        SNOOZED,
        /** The node gave the job up, because it closes or counts as dead; another attempt follows. */
        RELEASED,
        /** The work failed and is tried again. */
        RETRYABLE,
        /** The work failed and is not tried again. */
        DISCARDED;

        /** Returns whether the work failed. */
        public boolean isFailure() {
            return compareTo(RETRYABLE) >= 0;
        }
    }

    /** A handler begins. */
    record Started(Subject job, Duration queueTime) implements JobEvent {}

    /**
     * A handler answered {@code COMPLETED}, {@code CANCELLED} or {@code SNOOZED}, or is waited for no longer: {@code
     * RELEASED}. It ran for {@code duration}.
     */
    record Stopped(Subject job, Duration queueTime, Duration duration, Outcome outcome) implements JobEvent {
        /** Refuses the outcome of a failure. */
        public Stopped {
            if (outcome.isFailure()) {
                throw new IllegalArgumentException(outcome + " is how an attempt fails");
            }
        }
    }

    /**
     * A handler threw, answered with a failure or took too long, or the node that ran it died: {@code RETRYABLE} or {@code
     * DISCARDED}. After the death of a node, reported by the node that takes the job over, which reported no {@link Started}; the
     * duration then reaches from the claim to the takeover.
     *
     * @param error as it is kept with the job: class and redacted message
     */
    record Failed(Subject job, Duration queueTime, Duration duration, Outcome outcome, String error)
            implements JobEvent {}
}
