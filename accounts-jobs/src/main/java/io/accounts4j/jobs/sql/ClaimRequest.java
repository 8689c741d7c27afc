package io.accounts4j.jobs.sql;

import java.util.Collection;
import java.util.Map;

/**
 * The capacity of a node. An attempt counts from the claim, so a job on its last attempt is never prefetched, because a
 * crash would discard it without a run; jobs after it in its queue wait with it.
 *
 * @param node that claims
 * @param kinds of its handlers; jobs of other kinds are not claimed
 * @param free the number of jobs to claim of each queue, 1 or more each
 * @param places the number of those that start at once; the rest is prefetched
 */
public record ClaimRequest(
        long node, Collection<String> kinds, Map<String, Integer> free, Map<String, Integer> places) {

    /** For jobs that are begun at once. */
    public ClaimRequest(long node, Collection<String> kinds, Map<String, Integer> free) {
        this(node, kinds, free, free);
    }

    /** How many jobs of {@code queue} are begun at once. */
    int places(String queue) {
        return places.getOrDefault(queue, 0);
    }
}
