package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The statements on {@code accounts_job_nodes}: a node lives as long as it has a row, and any node removes the rows that
 * were not renewed in time by the database's clock. Thread-safe.
 */
public final class NodeTable {

    /** The longest time to live that a node may have. */
    public static final Duration LONGEST_TTL = Duration.ofDays(7);

    private static final String[] GENERATED = {"id"};

    private final String register;
    private final String renew;
    private final String remove;
    private final String reap;

    /** In that schema of that kind of database. */
    public NodeTable(Dialect dialect, Schema schema) {
        this.register = schema.in(
                "insert into {nodes} (name, queues, kinds, schedules, expires_at) values (?, ?, ?, ?, "
                        + dialect.inMicros() + ")",
                dialect);
        this.renew = schema.in(
                "update {nodes} set expires_at = " + dialect.inMicros() + " where id = ? and expires_at >= "
                        + dialect.now(),
                dialect);
        this.remove = schema.in("delete from {nodes} where id = ?", dialect);
        this.reap = schema.in(
                "delete from {nodes} where id in (select id from (select id from {nodes} where expires_at < "
                        + dialect.now() + " or expires_at > " + dialect.inMicros() + dialect.skippingLocked()
                        + ") expired)",
                dialect);
    }

    /**
     * The queues, kinds and schedules of a node.
     *
     * @param name for operators; several may have the same
     * @param queues on which it works
     * @param kinds for which it has handlers
     * @param schedules of which it stores the jobs
     */
    public record Served(
            String name, Collection<String> queues, Collection<String> kinds, Collection<String> schedules) {

        /** Without schedules. */
        public Served(String name, Collection<String> queues, Collection<String> kinds) {
            this(name, queues, kinds, List.of());
        }
    }

    /** A new node that lives for {@code ttl} unless renewed. */
    public long register(Connection connection, Served served, Duration ttl) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(register, GENERATED)) {
            statement.setString(1, served.name());
            statement.setString(2, Json.ofTexts(served.queues()));
            statement.setString(3, Json.ofTexts(served.kinds()));
            statement.setString(4, Json.ofTexts(served.schedules()));
            statement.setLong(5, Micros.of(ttl));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Lets a node live for {@code ttl} from now on; {@code false} where it counts as dead. */
    public boolean renew(Connection connection, long node, Duration ttl) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(renew)) {
            statement.setLong(1, Micros.of(ttl));
            statement.setLong(2, node);
            return statement.executeUpdate() == 1;
        }
    }

    /** Takes a node out, so that its jobs are free; {@code false} where it has been given up. */
    public boolean remove(Connection connection, long node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(remove)) {
            statement.setLong(1, node);
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Gives up every node that was not renewed in time, or whose lease is longer than any may be since the database's clock was
     * wrong, but for those whose row somebody holds.
     */
    public int reap(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(reap)) {
            statement.setLong(1, Micros.of(LONGEST_TTL));
            return statement.executeUpdate();
        }
    }
}
