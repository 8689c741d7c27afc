package io.accounts4j.jobs.sql;

/**
 * What came of storing a job.
 *
 * @param id the job's, or that of the one whose unique key it has
 * @param isNew whether it was stored
 */
public record Inserted(long id, boolean isNew) {}
