package io.accounts4j.job;

import java.time.Instant;
import java.util.List;

/**
 * A live node of an engine of jobs, and what it runs.
 *
 * @param name as its engine was built; several may have the same
 * @param startedAt when it joined, by the store's clock
 * @param expiresAt when it counts as dead unless it shows before that it lives
 * @param queues on which its host asked it to work; empty for nodes of releases that do not tell
 * @param kinds for which it has handlers; empty for nodes of releases that do not tell
 * @param schedules whose jobs it stores, by name; empty for nodes of releases that do not tell
 */
public record JobNode(
        String name,
        Instant startedAt,
        Instant expiresAt,
        List<String> queues,
        List<String> kinds,
        List<String> schedules) {

    /** Copies the lists. */
    public JobNode {
        queues = List.copyOf(queues);
        kinds = List.copyOf(kinds);
        schedules = List.copyOf(schedules);
    }
}
