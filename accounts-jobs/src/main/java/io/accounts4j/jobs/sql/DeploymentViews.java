package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobNode;
import io.accounts4j.job.JobSchedule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The live nodes and the schedules, for operators. Thread-safe. */
public final class DeploymentViews {

    private final ServedViews served;
    private final String nodes;
    private final String schedules;
    private final String remove;

    /** In that schema of that kind of database. */
    public DeploymentViews(Dialect dialect, Schema schema) {
        this.served = new ServedViews(dialect, schema);
        this.nodes = schema.in(
                "select name, " + dialect.toMicros("started_at") + ", " + dialect.toMicros("expires_at")
                        + ", queues, kinds, schedules from {nodes} where expires_at >= " + dialect.now()
                        + " order by name, id",
                dialect);
        this.schedules =
                schema.in("select name, definition, " + dialect.toMicros("last_tick") + " from {crons}", dialect);
        this.remove = schema.in("delete from {crons} where name = ?", dialect);
    }

    /** By name. */
    public List<JobNode> nodes(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(nodes);
                ResultSet rows = statement.executeQuery()) {
            List<JobNode> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new JobNode(
                        rows.getString(1),
                        Micros.toInstant(rows.getLong(2)),
                        Micros.toInstant(rows.getLong(3)),
                        Json.toTexts(rows.getString(4)),
                        Json.toTexts(rows.getString(5)),
                        Json.toTexts(rows.getString(6))));
            }
            return found;
        }
    }

    /** By name, without their next ticks. */
    public List<JobSchedule> schedules(Connection connection) throws SQLException {
        return schedules(connection, served.look(connection));
    }

    List<JobSchedule> schedules(Connection connection, ServedViews.Nodes live) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schedules);
                ResultSet rows = statement.executeQuery()) {
            List<JobSchedule> found = new ArrayList<>();
            while (rows.next()) {
                String name = rows.getString(1);
                String definition = rows.getString(2);
                Instant last = Micros.toInstant(rows.getLong(3));
                found.add(new JobSchedule(name, definition, last, Optional.empty(), live.isOrphan(name)));
            }
            found.sort(Comparator.comparing(JobSchedule::name));
            return found;
        }
    }

    /** Forgets a schedule that no live node has; {@code false} where there is none such. */
    public boolean removeOrphan(Connection connection, String name) throws SQLException {
        if (!served.look(connection).isOrphan(name)) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(remove)) {
            statement.setString(1, name);
            return statement.executeUpdate() == 1;
        }
    }
}
