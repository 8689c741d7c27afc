package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Batches of one statement; jobs with a unique key go one by one, for a batch does not say which of it was refused. */
final class BatchedInserts implements BulkInserts {

    private static final int MOST = 500;

    private final JobInserts one;

    BatchedInserts(JobInserts one) {
        this.one = one;
    }

    @Override
    public List<Inserted> insert(Connection connection, List<NewRow> jobs) throws SQLException {
        List<Inserted> inserted = new ArrayList<>(jobs.size());
        int from = 0;
        while (from < jobs.size()) {
            if (jobs.get(from).unique() != null) {
                inserted.add(one.insert(connection, jobs.get(from++)));
            } else {
                int to = Chunks.end(jobs, from, MOST, BatchedInserts::areAlike);
                inserted.addAll(batch(connection, jobs.subList(from, to)));
                from = to;
            }
        }
        return inserted;
    }

    /** Returns whether both fit into one statement. */
    private static boolean areAlike(NewRow one, NewRow other) {
        return other.unique() == null && (one.at() == null) == (other.at() == null);
    }

    private List<Inserted> batch(Connection connection, List<NewRow> jobs) throws SQLException {
        List<Inserted> inserted = new ArrayList<>(jobs.size());
        try (PreparedStatement statement = one.prepare(connection, jobs.get(0), "")) {
            for (NewRow job : jobs) {
                one.bind(statement, job);
                statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    inserted.add(new Inserted(keys.getLong(1), true));
                }
            }
        }
        if (inserted.size() != jobs.size()) {
            throw new SQLException(jobs.size() + " jobs were stored and " + inserted.size() + " have an id");
        }
        return inserted;
    }
}
