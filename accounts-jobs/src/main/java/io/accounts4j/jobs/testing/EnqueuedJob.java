package io.accounts4j.jobs.testing;

import io.accounts4j.job.JobId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A job that waits to be run.
 *
 * @param state {@code available}, {@code scheduled} or {@code retryable}
 * @param dueAt when it is due, by the database's clock
 * @param arguments as JSON has them; empty where they are encrypted
 */
public record EnqueuedJob(
        JobId id, String kind, String queue, String state, Instant dueAt, Optional<Map<String, Object>> arguments) {

    @Override
    public String toString() {
        return kind + " " + arguments.<Object>map(all -> all).orElse("(encrypted)") + " in " + queue + ", " + state
                + ", due " + dueAt + ", id " + id;
    }
}
