package io.accounts4j.jobs.node;

import java.sql.Connection;
import java.sql.SQLException;

/** The claim under which a handler works. Thread-safe. */
public interface Claim {

    /** Returns whether the result is still wanted: false once the job was cancelled, timed out or was taken over. */
    boolean isWanted();

    /**
     * Marks the job as completed in the present transaction of {@code connection}: the job is done if and only if that
     * commits, and the result of the handler has no effect then.
     *
     * @return {@code false} if this claim no longer holds the job, so that the transaction must not commit
     */
    boolean completeIn(Connection connection) throws SQLException;
}
