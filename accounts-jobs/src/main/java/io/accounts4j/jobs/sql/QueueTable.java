package io.accounts4j.jobs.sql;

import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on {@code accounts_job_queues}: what was said about queues at run time. Thread-safe. */
public final class QueueTable {

    private static final String ALL = "";

    private final String update;
    private final String insert;
    private final String forget;
    private final String tidy;
    private final String reset;
    private final String select;
    private final String selectFor;

    /** In that schema of that kind of database. */
    public QueueTable(Dialect dialect, Schema schema) {
        this.update = schema.in(
                "update {queues} set paused = coalesce(?, paused), stopped = coalesce(?, stopped),"
                        + " room = coalesce(?, room), updated_at = " + dialect.now() + " where queue = ? and node = ?",
                dialect);
        this.insert =
                schema.in("insert into {queues} (paused, stopped, room, queue, node) values (?, ?, ?, ?, ?)", dialect);
        this.forget = schema.in(
                "update {queues} set paused = case when ? then null else paused end,"
                        + " stopped = case when ? then null else stopped end,"
                        + " room = case when ? then null else room end, updated_at = " + dialect.now()
                        + " where queue = ? and node <> '" + ALL + "'",
                dialect);
        this.tidy = schema.in(
                "delete from {queues} where queue = ? and paused is null and stopped is null and room is null",
                dialect);
        this.reset = schema.in("delete from {queues} where queue = ?", dialect);
        String all = "select queue, node, paused, stopped, room from {queues}";
        this.select = schema.in(all + " order by queue, node", dialect);
        this.selectFor = schema.in(all + " where node = '" + ALL + "' or node = ? order by queue, node", dialect);
    }

    /** Stores what was said; where it was for all nodes, in place of what was said for one. */
    public void say(Connection connection, QueueSetting said) throws SQLException {
        if (written(connection, update, said) == 0) {
            var unused = written(connection, insert, said);
        }
        if (said.nodes().name().isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(forget)) {
                statement.setBoolean(1, said.paused().isPresent());
                statement.setBoolean(2, said.stopped().isPresent());
                statement.setBoolean(3, said.limit().isPresent());
                statement.setString(4, said.queue());
                statement.executeUpdate();
            }
            delete(connection, tidy, said.queue());
        }
    }

    private static int written(Connection connection, String sql, QueueSetting said) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, said.paused().orElse(null), Types.BOOLEAN);
            statement.setObject(2, said.stopped().orElse(null), Types.BOOLEAN);
            statement.setObject(3, said.limit().orElse(null), Types.INTEGER);
            statement.setString(4, said.queue());
            statement.setString(5, said.nodes().name().orElse(ALL));
            return statement.executeUpdate();
        }
    }

    /** Forgets what was said about {@code queue}. */
    public void reset(Connection connection, String queue) throws SQLException {
        delete(connection, reset, queue);
    }

    private static void delete(Connection connection, String sql, String queue) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, queue);
            statement.executeUpdate();
        }
    }

    /** Everything, by queue and node; all nodes come first. */
    public List<QueueSetting> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            return read(statement);
        }
    }

    /** The settings for the nodes of that name, after those for all nodes. */
    public List<QueueSetting> of(Connection connection, String node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(selectFor)) {
            statement.setString(1, node);
            return read(statement);
        }
    }

    private static List<QueueSetting> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<QueueSetting> settings = new ArrayList<>();
            while (rows.next()) {
                String node = rows.getString(2);
                settings.add(new QueueSetting(
                        rows.getString(1),
                        node.equals(ALL) ? Nodes.all() : Nodes.named(node),
                        flag(rows, 3),
                        flag(rows, 4),
                        limit(rows)));
            }
            return settings;
        }
    }

    private static Optional<Boolean> flag(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Integer> limit(ResultSet row) throws SQLException {
        int value = row.getInt(5);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
