package io.accounts4j.job;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A job in a list.
 *
 * @param tags see {@link JobOptions#tags()}; none where the job is erased
 */
public record JobSummary(
        JobId id, String kind, String queue, JobState state, Attempts attempts, Times times, Set<String> tags) {

    /** Copies the tags. */
    public JobSummary {
        tags = Set.copyOf(tags);
    }

    /**
     * How often a job was tried.
     *
     * @param made this often, the running attempt included
     * @param allowed when it is given up
     */
    public record Attempts(int made, int allowed) {}

    /**
     * When what happened, by the clock of the store.
     *
     * @param runAt when it is or was due
     * @param attemptedAt when its last attempt began
     * @param finalizedAt when it came to its final state
     */
    public record Times(
            Instant insertedAt, Instant runAt, Optional<Instant> attemptedAt, Optional<Instant> finalizedAt) {}
}
