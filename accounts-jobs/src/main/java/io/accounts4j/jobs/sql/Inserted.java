package io.accounts4j.jobs.sql;

/**
 * The result of storing a job.
 *
 * @param id of the job, or of the job that has its unique key
 * @param isNew true if it was stored
 * @param isReplaced true if fields of the job with its unique key were replaced
 */
public record Inserted(long id, boolean isNew, boolean isReplaced) {

    /** Stored, or not stored and nothing replaced. */
    public Inserted(long id, boolean isNew) {
        this(id, isNew, false);
    }
}
