package io.accounts4j.jobs.sql;

/**
 * What came of storing a job.
 *
 * @param id the job's, or that of the one whose unique key it has
 * @param isNew whether it was stored
 * @param isReplaced whether fields of the one whose unique key it has were replaced
 */
public record Inserted(long id, boolean isNew, boolean isReplaced) {

    /** Stored, or not stored and nothing replaced. */
    public Inserted(long id, boolean isNew) {
        this(id, isNew, false);
    }
}
