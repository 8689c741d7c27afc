package io.accounts4j.jobs.node;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.Acknowledged;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.JobOutcome;
import io.accounts4j.jobs.sql.StatementName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes so that a row which is locked or cannot be written keeps no other outcome waiting: all by one statement, and
 * apart only after that statement failed. Every write is fenced, so a repeated one does nothing. Thread-safe.
 */
final class OutcomeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);

    private final Database database;

    OutcomeWriter(Database database) {
        this.database = database;
    }

    /** Writes {@code outcomes} by one statement; after a failure of a row, those that can be written. */
    Acknowledged together(List<JobOutcome> outcomes) throws SQLException {
        try {
            return Acknowledged.all(database.acknowledge(outcomes));
        } catch (SQLException e) {
            if (!SqlErrors.kind(e).concernsRow()) {
                throw e;
            }
            LOG.warn(
                    "outcomes not stored together: count={} statement={} cause={}; storing them apart",
                    outcomes.size(),
                    StatementName.of(e),
                    SqlErrors.codes(e));
            return apart(outcomes);
        }
    }

    /** Writes those of {@code outcomes} whose row nobody else has locked and the database accepts, without waiting for a lock. */
    Acknowledged apart(List<JobOutcome> outcomes) throws SQLException {
        if (outcomes.size() == 1) {
            return singly(outcomes);
        }
        try {
            return unlocked(outcomes);
        } catch (SQLException e) {
            if (!SqlErrors.kind(e).concernsRow()) {
                throw e;
            }
            return singly(outcomes);
        }
    }

    private Acknowledged singly(List<JobOutcome> outcomes) throws SQLException {
        List<Acknowledged> written = new ArrayList<>();
        for (JobOutcome outcome : outcomes) {
            written.add(one(outcome));
        }
        return Acknowledged.of(written);
    }

    private Acknowledged one(JobOutcome outcome) throws SQLException {
        try {
            return unlocked(List.of(outcome));
        } catch (SQLException e) {
            if (!SqlErrors.kind(e).concernsRow()) {
                throw e;
            }
            boolean isTextAtFault = outcome.errors().isPresent() && !SqlErrors.isRetryable(e);
            return isTextAtFault ? withoutErrors(outcome, e) : Acknowledged.left(outcome, e);
        }
    }

    /** An outcome matters more than the text that explains it. */
    private Acknowledged withoutErrors(JobOutcome outcome, SQLException cause) throws SQLException {
        try {
            Acknowledged written = unlocked(List.of(outcome.withoutErrors()));
            if (written.left().isEmpty()) {
                LOG.warn(
                        "error of a job not stored: job={} statement={} cause={}; its outcome is stored without the error",
                        outcome.id(),
                        StatementName.of(cause),
                        SqlErrors.codes(cause));
            }
            return written;
        } catch (SQLException e) {
            if (!SqlErrors.kind(e).concernsRow()) {
                throw e;
            }
            return Acknowledged.left(outcome, e);
        }
    }

    private Acknowledged unlocked(List<JobOutcome> outcomes) throws SQLException {
        return database.transact((connection, tables) -> tables.jobs().acknowledgeUnlocked(connection, outcomes));
    }
}
