package io.accounts4j.job;

/**
 * How many jobs of a queue are in a state.
 *
 * @param exact {@code false} where counting stopped at a bound, so that there may be more, also in queues that do not appear.
 *     Jobs that wait are counted together in the order of their queues, finished ones from the last on
 */
public record JobCount(String queue, JobState state, long count, boolean exact) {}
