package io.accounts4j.jobs.schedule;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.StatementName;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The failures of schedules in one look: the first is thrown when every schedule has had its turn. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Set<String> failing = new HashSet<>();
    private @Nullable Exception first;

    /** A look begins. */
    void begin() {
        first = null;
    }

    /** Has the next failure of the schedule logged again. */
    void passed(String name) {
        failing.remove(name);
    }

    /** Adds the failure of a schedule, logged once as long as it lasts; throws it at once where the others would fail alike. */
    void add(String name, Exception failure) throws SQLException {
        if (failure instanceof SQLException e && !SqlErrors.kind(e).concernsRow()) {
            throw e;
        }
        if (failing.add(name)) {
            LOG.warn(
                    "schedule failed: name={} statement={} cause={}; retrying, other schedules go on",
                    name,
                    StatementName.of(failure),
                    failure instanceof SQLException e
                            ? SqlErrors.codes(e)
                            : failure.getClass().getName());
        }
        if (first == null) {
            first = failure;
        } else {
            first.addSuppressed(failure);
        }
    }

    void throwFirst() throws SQLException {
        if (first instanceof SQLException e) {
            throw e;
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
    }
}
