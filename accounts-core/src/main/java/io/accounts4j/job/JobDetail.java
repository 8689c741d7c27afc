package io.accounts4j.job;

import java.util.List;
import java.util.Optional;

/**
 * Everything to be seen of one job.
 *
 * @param priority 0 (first) to 9
 * @param arguments JSON; empty where they are encrypted or erased
 * @param errors the last ones, the oldest first
 * @param node the name of the node that runs it
 * @param cancelRequested true if a running job is to be cancelled
 */
public record JobDetail(
        JobSummary summary,
        int priority,
        Optional<String> arguments,
        List<JobError> errors,
        Optional<String> node,
        boolean cancelRequested) {

    /** Copies the errors. */
    public JobDetail {
        errors = List.copyOf(errors);
    }
}
