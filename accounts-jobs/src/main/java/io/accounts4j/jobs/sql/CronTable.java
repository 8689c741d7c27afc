package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The statements on {@code accounts_job_crons}: up to when each schedule has been looked after. Thread-safe. */
public final class CronTable {

    private final String look;
    private final String now;
    private final String insert;
    private final String redefine;
    private final String lock;
    private final String move;
    private final String stamp;

    /** In that schema of that kind of database. */
    public CronTable(Dialect dialect, Schema schema) {
        this.look = schema.in("select name, definition, " + dialect.toMicros("last_tick") + " from {crons}", dialect);
        this.now = "select " + dialect.toMicros(dialect.now());
        this.insert = schema.in(
                "insert into {crons} (name, definition, last_tick) values (?, ?, " + dialect.now() + ")", dialect);
        this.redefine = schema.in(
                "update {crons} set definition = ?, last_tick = greatest(last_tick, " + dialect.inMicros()
                        + ") where name = ? and definition = ?",
                dialect);
        this.lock = schema.in(
                "select " + dialect.toMicros("last_tick") + " from {crons} where name = ? for update skip locked",
                dialect);
        this.move = schema.in(
                "update {crons} set last_tick = " + dialect.atMicros() + " where name = ? and last_tick = "
                        + dialect.atMicros(),
                dialect);
        this.stamp = schema.in("update {jobs} set tick = " + dialect.atMicros() + " where id = ?", dialect);
    }

    /** Keeps with a job that was stored in this transaction which tick it is for. */
    public void stamp(Connection connection, long job, Instant tick) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(stamp)) {
            statement.setLong(1, Micros.of(tick));
            statement.setLong(2, job);
            statement.executeUpdate();
        }
    }

    /** A schedule as it was found. */
    public record Entry(String definition, Instant lastTick) {}

    /** All schedules by name, and what time it was then by the database's clock. */
    public record Look(Map<String, Entry> entries, Instant now) {}

    /** Reads everything. */
    public Look look(Connection connection) throws SQLException {
        Map<String, Entry> entries = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(look);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.put(rows.getString(1), new Entry(rows.getString(2), Micros.toInstant(rows.getLong(3))));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(now);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Look(entries, Micros.toInstant(row.getLong(1)));
        }
    }

    /** Begins a schedule now. Fails where another has done so. */
    public void insert(Connection connection, String name, String definition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, name);
            statement.setString(2, definition);
            statement.executeUpdate();
        }
    }

    /** Has a schedule that was defined otherwise count from now on, less {@code late}; not where another has done so. */
    public void redefine(Connection connection, String name, String before, String after, Duration late)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(redefine)) {
            statement.setString(1, after);
            statement.setLong(2, -Micros.of(late));
            statement.setString(3, name);
            statement.setString(4, before);
            statement.executeUpdate();
        }
    }

    /**
     * Locks a schedule until the transaction ends, without waiting; {@code false} where somebody else has it locked, or has moved it
     * on from {@code from}.
     */
    public boolean lock(Connection connection, String name, Instant from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && Micros.toInstant(row.getLong(1)).equals(from);
            }
        }
    }

    /** Moves a schedule on to the tick {@code to}; {@code false} where another has moved it on from {@code from}. */
    public boolean move(Connection connection, String name, Instant from, Instant to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(move)) {
            statement.setLong(1, Micros.of(to));
            statement.setString(2, name);
            statement.setLong(3, Micros.of(from));
            return statement.executeUpdate() == 1;
        }
    }
}
