package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobHealth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The figures of the jobs, in a few reads of indexes. Thread-safe. */
public final class HealthViews {

    /** Of waiting jobs, the first in each order of the index; jobs of unknown kinds gather there. */
    private static final int KINDS_LOOKED_AT = 10_000;

    private final ServedViews served;
    private final String paused;
    private final String due;
    private final String executing;
    private final String kinds;
    private final Optional<String> vacuum;

    /** In that schema of that kind of database. */
    public HealthViews(Dialect dialect, Schema schema) {
        this.served = new ServedViews(dialect, schema);
        this.paused =
                schema.in("select queue from {queues} where node = '' and (paused or stopped) order by queue", dialect);
        String now = dialect.toMicros(dialect.now());
        this.due = schema.in(
                "select head.queue, " + now + " - " + dialect.toMicros("min(head.run_at)") + " from (" + dialect.heads()
                        + ") head group by head.queue",
                dialect);
        this.executing = schema.in(
                "select queue, " + now + " - " + dialect.toMicros("min(attempted_at)")
                        + " from {jobs} where state = 'executing' group by queue",
                dialect);
        this.kinds = schema.in(
                "select distinct kind from (" + dialect.waitingKinds() + " limit " + KINDS_LOOKED_AT + ") waiting",
                dialect);
        this.vacuum = dialect.vacuum().map(sql -> schema.in(sql, dialect));
    }

    /** Looks now. */
    public JobHealth look(Connection connection) throws SQLException {
        ServedViews.Nodes nodes = served.look(connection);
        List<String> pausedForAll = texts(connection, paused);
        Map<String, Duration> dueSince = ages(connection, due);
        Map<String, Duration> executingSince = ages(connection, executing);
        Optional<Duration> oldestDue = dueSince.entrySet().stream()
                .filter(queue -> !pausedForAll.contains(queue.getKey()))
                .map(Map.Entry::getValue)
                .filter(age -> !age.isNegative())
                .max(Comparator.naturalOrder());
        Vacuum figures = vacuum(connection);
        return new JobHealth(
                oldestDue,
                executingSince.values().stream().max(Comparator.naturalOrder()),
                nodes.count(),
                pausedForAll,
                figures.deadTuples,
                figures.oldestSnapshot,
                queues(dueSince, executingSince, nodes),
                texts(connection, kinds).stream()
                        .filter(kind -> !nodes.isKindServed(kind))
                        .sorted()
                        .toList(),
                List.of());
    }

    private static List<JobHealth.Queue> queues(
            Map<String, Duration> due, Map<String, Duration> executing, ServedViews.Nodes nodes) {
        return Stream.concat(due.keySet().stream(), executing.keySet().stream())
                .sorted()
                .distinct()
                .map(queue -> new JobHealth.Queue(
                        queue,
                        Optional.ofNullable(due.get(queue)).filter(age -> !age.isNegative()),
                        Optional.ofNullable(executing.get(queue)),
                        nodes.isQueueServed(queue)))
                .toList();
    }

    /** By queue; negative for what lies in the future. */
    private static Map<String, Duration> ages(Connection connection, String sql) throws SQLException {
        Map<String, Duration> ages = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ages.put(rows.getString(1), Duration.ofNanos(rows.getLong(2) * 1_000));
            }
        }
        return ages;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Of databases that keep old versions of rows. */
    private record Vacuum(OptionalLong deadTuples, Optional<Duration> oldestSnapshot) {}

    private Vacuum vacuum(Connection connection) throws SQLException {
        if (vacuum.isEmpty()) {
            return new Vacuum(OptionalLong.empty(), Optional.empty());
        }
        try (PreparedStatement statement = connection.prepareStatement(vacuum.get());
                ResultSet row = statement.executeQuery()) {
            row.next();
            OptionalLong dead = OptionalLong.of(row.getLong(1));
            long seconds = row.getLong(2);
            return new Vacuum(dead, row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
        }
    }
}
