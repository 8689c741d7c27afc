package io.accounts4j.jobs.node;

import io.accounts4j.job.JobState;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Settlement;
import java.time.Duration;
import java.util.SplittableRandom;

/** What handlers say. */
final class SimulatedOutcomes {

    private SimulatedOutcomes() {}

    /** One of all that can become of it. */
    static Settlement any(ClaimedJob job, SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Settlement.snooze(job, random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1));
            case 1 -> Settlement.release(job);
            case 2 -> Settlement.last(job, JobState.CANCELLED, "[]");
            case 3, 4 ->
                job.attempts().areUsedUp()
                        ? Settlement.last(job, JobState.DISCARDED, "[]")
                        : Settlement.retry(job, random.nextBoolean() ? Duration.ZERO : Duration.ofHours(1), "[]");
            default -> Settlement.last(job, JobState.COMPLETED, "[]");
        };
    }
}
