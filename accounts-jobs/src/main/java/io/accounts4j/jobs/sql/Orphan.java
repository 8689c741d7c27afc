package io.accounts4j.jobs.sql;

import java.time.Duration;

/**
 * A job whose node died.
 *
 * @param held how long ago it was claimed, by the database's clock
 */
public record Orphan(ClaimedJob job, Duration held) {}
