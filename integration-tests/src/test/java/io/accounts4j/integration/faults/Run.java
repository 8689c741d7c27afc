package io.accounts4j.integration.faults;

/**
 * A handler that began a job.
 *
 * @param key which job, by the name its client gave it
 * @param at when, in epoch milliseconds by the clock of the process
 */
record Run(String key, int attempt, long at, String node) {}
