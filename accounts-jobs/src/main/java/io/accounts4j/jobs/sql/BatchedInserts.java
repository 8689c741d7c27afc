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
                int to = endOfBatch(jobs, from);
                inserted.addAll(batch(connection, jobs.subList(from, to)));
                from = to;
            }
        }
        return inserted;
    }

    /** Up to where they fit into the statement of the first. */
    private static int endOfBatch(List<NewRow> jobs, int from) {
        boolean at = jobs.get(from).at() != null;
        int to = from;
        while (to < jobs.size()
                && to - from < MOST
                && jobs.get(to).unique() == null
                && (jobs.get(to).at() != null) == at) {
            to++;
        }
        return to;
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
