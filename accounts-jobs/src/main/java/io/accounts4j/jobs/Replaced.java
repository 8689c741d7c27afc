package io.accounts4j.jobs;

/** Fields of a waiting job that {@link Unique#replacing} replaces. */
public enum Replaced {
    /** The arguments, with their version and {@linkplain Worker#subject subject}. */
    ARGUMENTS,
    /** The time at which the job is due. A {@code retryable} job keeps its state and its attempts. */
    SCHEDULE,
    /** The priority within the queue. */
    PRIORITY,
    /** The bound on attempts; a job that has made as many attempts has one more. */
    MAX_ATTEMPTS,
    /** All tags. */
    TAGS
}
