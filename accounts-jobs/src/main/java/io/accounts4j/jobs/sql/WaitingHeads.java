package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Reads the waiting jobs that are due first, without a walk over all jobs that wait. Thread-safe. */
interface WaitingHeads {

    /**
     * The first job of a kind in a queue.
     *
     * @param age the time since the job was due; negative for a job that is not due yet
     */
    record Head(String queue, String kind, Duration age) {}

    /** Returns the first job of each queue and kind; of some kinds also later jobs. */
    List<Head> of(Connection connection) throws SQLException;
}
