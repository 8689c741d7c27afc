package io.accounts4j.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt at a job.
 *
 * @param id the same in every attempt, so that a handler can recognise repeats
 * @param version of the arguments' shape
 * @param attempt 1 for the first
 * @param due when this attempt was due, by the clock of the store
 * @param tick the tick of the schedule that stored the job, the same in every attempt; empty for other jobs
 */
public record JobRun(
        JobId id,
        String kind,
        int version,
        Map<String, String> arguments,
        int attempt,
        Instant due,
        Optional<Instant> tick) {

    /** Copies the arguments. */
    public JobRun {
        arguments = Map.copyOf(arguments);
    }

    /** The argument of that name; {@link IllegalArgumentException} where the job has none. */
    public String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("job " + id + " of kind " + kind + " has no argument " + name);
        }
        return value;
    }
}
