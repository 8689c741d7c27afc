package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.JobOutcome;
import java.time.Duration;
import java.util.SplittableRandom;

/** Outcomes of handlers. */
final class SimulatedOutcomes {

    private SimulatedOutcomes() {}

    /** One of all that can become of it. */
    static JobOutcome any(ClaimedJob job, SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> JobOutcome.snooze(job, random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1));
            case 1 -> JobOutcome.release(job);
            case 2 -> JobOutcome.last(job, JobState.CANCELLED, "[]");
            case 3, 4 ->
                job.attempts().areUsedUp()
                        ? JobOutcome.last(job, JobState.DISCARDED, "[]")
                        : JobOutcome.retry(job, random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1), "[]");
            default -> JobOutcome.last(job, JobState.COMPLETED, "[]");
        };
    }
}
