package io.accounts4j.jobs.enqueue;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Snoozes jobs that this node cannot run for 5 to 15 s at random, and logs one of them a minute. Thread-safe. */
final class Deferral {

    private static final Logger LOG = LoggerFactory.getLogger(Deferral.class);
    private static final long SHORTEST_MILLIS = 5_000;
    private static final long LONGEST_MILLIS = 15_000;
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** For a job that another node may understand. */
    JobResult until(ClaimedJob job, String reason) {
        return until(job, reason, "it waits for a node that understands it");
    }

    /** For a job that cannot run here for another reason; {@code consequence} ends the log line. */
    JobResult until(ClaimedJob job, String reason, String consequence) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + QUIET_NANOS)) {
            LOG.warn("job {} of kind {} {}: {}", job.id(), job.kind().name(), reason, consequence);
        }
        long millis = ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, LONGEST_MILLIS);
        return JobResult.snooze(Duration.ofMillis(millis));
    }
}
