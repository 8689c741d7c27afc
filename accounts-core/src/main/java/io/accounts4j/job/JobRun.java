package io.accounts4j.job;

import java.util.Map;

/**
 * One attempt at a job.
 *
 * @param id the same in every attempt, so that a handler can tell repeats
 * @param version of the arguments' shape
 * @param attempt 1 for the first
 */
public record JobRun(JobId id, String kind, int version, Map<String, String> arguments, int attempt) {

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
