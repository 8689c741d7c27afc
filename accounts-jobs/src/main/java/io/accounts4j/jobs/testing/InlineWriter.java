package io.accounts4j.jobs.testing;

import io.accounts4j.job.JobId;
import io.accounts4j.job.JobResult;
import io.accounts4j.jobs.enqueue.JobWriter;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.node.ManualExecution;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.ClaimedJob.Attempts;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.NewRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Runs each job the moment it is queued, and stores none. */
final class InlineWriter implements JobWriter {

    private final Map<String, Handling> handlings;
    private final AtomicLong ids = new AtomicLong();

    InlineWriter(Map<String, Handling> handlings) {
        this.handlings = handlings;
    }

    /** Works on {@code job} as if it were claimed for the first time, no longer than its handler may take. */
    JobResult perform(NewRow job) throws Exception {
        String kind = job.kind().name();
        Handling handling = handlings.get(kind);
        if (handling == null) {
            throw new AssertionError("nobody handles jobs of kind " + kind + ": give JobTesting its worker(...)");
        }
        ClaimedJob claimed = new ClaimedJob(
                ids.incrementAndGet(),
                1,
                job.options().queue(),
                job.kind(),
                job.arguments(),
                new Attempts(1, job.options().maxAttempts()),
                "[]",
                Instant.now(),
                Optional.empty(),
                Duration.ZERO);
        return ManualExecution.call(claimed, handling);
    }

    @Override
    public Inserted insert(NewRow job) {
        try {
            if (perform(job) instanceof JobResult.Failed failed) {
                throw new AssertionError("a job of kind " + job.kind().name() + " failed: " + failed.reason());
            }
        } catch (Exception e) {
            throw new AssertionError("a job of kind " + job.kind().name() + " failed", e);
        }
        return new Inserted(ids.get(), true);
    }

    @Override
    public List<Inserted> insertAll(List<NewRow> jobs) {
        List<Inserted> inserted = new ArrayList<>();
        jobs.forEach(job -> inserted.add(insert(job)));
        return inserted;
    }

    /** All jobs are over. */
    @Override
    public boolean cancel(JobId id) {
        return false;
    }

    /** Nothing is kept. */
    @Override
    public int erase(String subject) {
        return 0;
    }
}
