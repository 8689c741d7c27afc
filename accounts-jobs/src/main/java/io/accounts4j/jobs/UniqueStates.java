package io.accounts4j.jobs;

import io.accounts4j.jobs.enqueue.UniqueRule;

/**
 * How long a job keeps others like it out. Each contains the ones before: a job that has left cannot come back, so a retry
 * never meets one that took its place.
 */
public enum UniqueStates {
    /** Until it is begun: {@code available}, {@code scheduled}, {@code retryable}. */
    WAITING(1),
    /** Until it is over: also while it is {@code executing}, and between its attempts. */
    INCOMPLETE(UniqueRule.INCOMPLETE),
    /** Also once it is {@code completed}, as long as it is kept; not once it is {@code discarded} or {@code cancelled}. */
    SUCCESSFUL(3),
    /** As long as it is kept, whatever became of it. */
    ALL(4);

    private final int scope;

    UniqueStates(int scope) {
        this.scope = scope;
    }

    /** As it is stored. */
    int scope() {
        return scope;
    }
}
