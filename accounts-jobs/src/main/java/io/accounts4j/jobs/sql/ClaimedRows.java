package io.accounts4j.jobs.sql;

import io.accounts4j.jobs.sql.ClaimedJob.Attempts;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How a held job is read. */
final class ClaimedRows {

    static final String COLUMNS = "id, lease, queue, kind, kind_version, args, attempt, max_attempts, errors";

    private ClaimedRows() {}

    static List<ClaimedJob> of(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<ClaimedJob> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(row(rows));
            }
            return jobs;
        }
    }

    private static ClaimedJob row(ResultSet row) throws SQLException {
        return new ClaimedJob(
                row.getLong("id"),
                row.getLong("lease"),
                row.getString("queue"),
                new Kind(row.getString("kind"), row.getInt("kind_version")),
                row.getString("args"),
                new Attempts(row.getInt("attempt"), row.getInt("max_attempts")),
                row.getString("errors"));
    }
}
