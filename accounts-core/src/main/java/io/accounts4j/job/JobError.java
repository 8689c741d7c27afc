package io.accounts4j.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an attempt failed.
 *
 * @param attempt 1 for the first
 * @param error class and message, redacted and short
 * @param at when it failed, by the clock of the store; empty for errors that were stored without it
 * @param causes class and message of each cause, the nearest first, redacted and short; at most four
 */
public record JobError(int attempt, String error, Optional<Instant> at, List<String> causes) {

    /** Copies the causes. */
    public JobError {
        causes = List.copyOf(causes);
    }
}
