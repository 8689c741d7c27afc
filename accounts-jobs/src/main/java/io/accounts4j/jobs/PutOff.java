package io.accounts4j.jobs;

import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.sql.ClaimedJob;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves jobs to nodes that understand them, and says so at most once a minute. Thread-safe. */
final class PutOff {

    private static final Logger LOG = LoggerFactory.getLogger(PutOff.class);
    private static final long SHORTEST_MILLIS = 5_000;
    private static final long LONGEST_MILLIS = 15_000;
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    JobResult until(ClaimedJob job, String reason) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + QUIET_NANOS)) {
            LOG.warn(
                    "job {} of kind {} {}: it waits for a node that understands it",
                    job.id(),
                    job.kind().name(),
                    reason);
        }
        long millis = ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, LONGEST_MILLIS);
        return JobResult.snooze(Duration.ofMillis(millis));
    }
}
