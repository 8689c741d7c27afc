package io.accounts4j.jobs.node;

import java.sql.Connection;
import java.sql.SQLException;

/** What a handler may ask of the claim it works under. Thread-safe. */
public interface Claim {

    /** Whether its result is still wanted: not once the job was cancelled, took too long or went to another node. */
    boolean isWanted();

    /**
     * Marks the job as completed on {@code connection}, in whatever transaction that is in: the job is done if and only if
     * it commits, and what the handler answers then is of no effect.
     *
     * @return {@code false} where the job is no longer this claim's, so that the transaction should not commit
     */
    boolean completeIn(Connection connection) throws SQLException;
}
