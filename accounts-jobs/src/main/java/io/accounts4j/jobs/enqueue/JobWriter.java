package io.accounts4j.jobs.enqueue;

import io.accounts4j.job.JobId;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.NewRow;
import java.util.List;

/** The destination of the jobs of a queue. Thread-safe. */
public interface JobWriter {

    /** Stores a job. */
    Inserted insert(NewRow job);

    /** Stores jobs, all or none, and answers in their order. */
    List<Inserted> insertAll(List<NewRow> jobs);

    /** Calls off a job that waits. */
    boolean cancel(JobId id);

    /** Erases every job about {@code subject} and says how many there were. */
    int erase(String subject);
}
