package io.accounts4j.job;

/**
 * How many jobs of a queue are in a state.
 *
 * @param exact {@code false} where counting that state stopped at a bound, so that there may be more
 */
public record JobCount(String queue, JobState state, long count, boolean exact) {}
