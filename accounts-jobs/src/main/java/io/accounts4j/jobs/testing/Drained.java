package io.accounts4j.jobs.testing;

import io.accounts4j.job.JobEvent.Outcome;
import java.util.Map;

/**
 * The numbers of drained jobs by outcome.
 *
 * @param completed done
 * @param retryable failed, to be tried again
 * @param discarded failed for the last time
 * @param snoozed put off by their work
 * @param cancelled called off by their work
 */
public record Drained(int completed, int retryable, int discarded, int snoozed, int cancelled) {

    static Drained of(Map<Outcome, Integer> counts) {
        return new Drained(
                counts.getOrDefault(Outcome.COMPLETED, 0),
                counts.getOrDefault(Outcome.RETRYABLE, 0),
                counts.getOrDefault(Outcome.DISCARDED, 0),
                counts.getOrDefault(Outcome.SNOOZED, 0),
                counts.getOrDefault(Outcome.CANCELLED, 0));
    }

    /** How many jobs were run. */
    public int total() {
        return completed + retryable + discarded + snoozed + cancelled;
    }
}
