package io.accounts4j.jobs.node;

import io.accounts4j.job.JobOptions;
import io.accounts4j.jobs.sql.ClaimedJob.Kind;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Dialect;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.JobInserts;
import io.accounts4j.jobs.sql.JobOperations;
import io.accounts4j.jobs.sql.NewRow;
import io.accounts4j.jobs.sql.NodeTable;
import io.accounts4j.jobs.sql.Schema;
import io.accounts4j.jobs.sql.StoredArguments;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The real rows, as far as the simulation needs them. */
final class SimulatedRows {

    private static final String PAST = "'2001-01-01 00:00:00'";

    private final Database database;
    private final DataSource dataSource;
    private final JobInserts inserts;
    private final JobOperations operations;
    private final Map<Long, String> queues = new HashMap<>();

    SimulatedRows(Database database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            inserts = new JobInserts(dialect, Schema.ofConnection());
            operations = new JobOperations(dialect, Schema.ofConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    JobOperations operations() {
        return operations;
    }

    long insert(JobOptions options) throws SQLException {
        NewRow row = NewRow.of(new Kind("test.job", 1), StoredArguments.of("{}"), options);
        long id = database.transact(
                (connection, tables) -> inserts.insert(connection, row).id());
        queues.put(id, options.queue());
        return id;
    }

    String queueOf(long id) {
        return queues.get(id);
    }

    long register() throws SQLException {
        return database.transact((connection, tables) -> tables.nodes()
                .register(connection, new NodeTable.Served("node", List.of(), List.of()), Duration.ofHours(1)));
    }

    /** The node was silent for too long. */
    void expire(long node) throws SQLException {
        update("update accounts_job_nodes set expires_at = " + PAST + " where id = ?", node);
    }

    /** The time of a job that waits has come. */
    void makeDue(long id) throws SQLException {
        update(
                "update accounts_jobs set run_at = " + PAST
                        + " where state in ('available', 'scheduled', 'retryable') and id = ?",
                id);
    }

    /** Every job, written as {@link SimulatedJob} writes itself. */
    List<String> all() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, state, lease, attempt, max_attempts, node_id from accounts_jobs order by id")) {
            while (row.next()) {
                String state = row.getString("state");
                all.add(row.getLong("id") + " " + state + " lease " + row.getLong("lease") + " attempt "
                        + row.getInt("attempt") + " of " + row.getInt("max_attempts")
                        + (state.equals("executing") ? " node " + row.getLong("node_id") : ""));
            }
        }
        return all;
    }

    private void update(String sql, long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
