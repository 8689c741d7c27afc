package io.accounts4j.jobs.sql;

import java.util.Collection;
import java.util.Map;

/**
 * What a node can take on now. An attempt counts from the claim on, so a job on its last one is claimed for a place only,
 * and what comes after it waits with it: were it claimed ahead by a node that dies, it would be given up without having run.
 *
 * @param node who claims
 * @param kinds what it has handlers for; other jobs are left alone
 * @param free how many of each queue it has room for, 1 or more each
 * @param places how many of those it begins at once; the rest is ahead
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
