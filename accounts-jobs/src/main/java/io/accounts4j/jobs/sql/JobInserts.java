package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements that store jobs. Each runs on the connection it is given and commits nothing. Thread-safe. */
public final class JobInserts {

    private static final String[] GENERATED = {"id"};

    private final String later;
    private final String at;

    /** In that schema of that kind of database. */
    public JobInserts(Dialect dialect, Schema schema) {
        String insert = "insert into {jobs} (state, queue, kind, kind_version, args, priority, max_attempts, run_at)"
                + " values (?, ?, ?, ?, " + dialect.json() + ", ?, ?, ";
        this.later = schema.in(insert + dialect.inMicros() + ")", dialect);
        this.at = schema.in(insert + dialect.atMicros() + ")", dialect);
    }

    /** Stores {@code job}. */
    public JobId insert(Connection connection, NewRow job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(job.at().isPresent() ? at : later, GENERATED)) {
            statement.setString(1, job.state().code());
            statement.setString(2, job.options().queue());
            statement.setString(3, job.kind().name());
            statement.setInt(4, job.kind().version());
            statement.setString(5, job.arguments());
            statement.setInt(6, job.options().priority());
            statement.setInt(7, job.options().maxAttempts());
            statement.setLong(8, job.dueMicros());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return new JobId(keys.getLong(1));
            }
        }
    }
}
