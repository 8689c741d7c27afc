package io.accounts4j.jobs.node;

import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.jobs.sql.Settlement;
import java.util.Optional;

/**
 * How one try at a job ended.
 *
 * @param settlement what is to be written
 * @param error why it failed, redacted; empty where it did not
 */
record Ending(Settlement settlement, Optional<String> error) {

    /** In the words of a listener. */
    Outcome outcome() {
        return switch (settlement.state()) {
            case COMPLETED -> Outcome.COMPLETED;
            case CANCELLED -> Outcome.CANCELLED;
            case SCHEDULED -> Outcome.SNOOZED;
            case RETRYABLE -> Outcome.RETRYABLE;
            case DISCARDED -> Outcome.DISCARDED;
            case AVAILABLE, EXECUTING ->
                throw new IllegalStateException("a try at a job ends as something, not as " + settlement.state());
        };
    }
}
