package io.accounts4j.jobs.sql;

import io.accounts4j.job.JobHealth;
import io.accounts4j.job.JobSchedule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The figures of the jobs, in a few reads of indexes. Thread-safe. */
public final class HealthViews {

    private final ServedViews served;
    private final DeploymentViews deployment;
    private final String paused;
    private final String pausedSomewhere;
    private final WaitingHeads heads;
    private final String executing;
    private final Optional<String> vacuum;

    /** In that schema of that kind of database. */
    public HealthViews(Dialect dialect, Schema schema) {
        this.served = new ServedViews(dialect, schema);
        this.deployment = new DeploymentViews(dialect, schema);
        this.paused =
                schema.in("select queue from {queues} where node = '' and (paused or stopped) order by queue", dialect);
        this.pausedSomewhere = schema.in("select distinct queue from {queues} where paused order by queue", dialect);
        String now = dialect.toMicros(dialect.now());
        this.heads = dialect.heads(schema);
        this.executing = schema.in(
                "select queue, " + now + " - " + dialect.toMicros("min(attempted_at)")
                        + " from {jobs} where state = 'executing' group by queue",
                dialect);
        this.vacuum = dialect.vacuum().map(sql -> schema.in(sql, dialect));
    }

    /** Looks now. */
    public JobHealth look(Connection connection) throws SQLException {
        ServedViews.Nodes nodes = served.look(connection);
        List<String> pausedForAll = texts(connection, paused);
        SortedSet<String> unknownKinds = new TreeSet<>();
        Map<String, Duration> dueSince = dueSince(connection, unknownKinds);
        unknownKinds.removeIf(nodes::isKindServed);
        Map<String, Duration> executingSince = executingSince(connection);
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
                List.copyOf(unknownKinds),
                warnings(connection, nodes));
    }

    /** The warnings that are not figures. */
    private List<String> warnings(Connection connection, ServedViews.Nodes nodes) throws SQLException {
        List<String> warnings = new ArrayList<>();
        unknownPauses(connection, nodes)
                .forEach(queue ->
                        warnings.add("queue " + queue + " is paused, and no live node works on it; is that its name?"));
        deployment.schedules(connection, nodes).stream()
                .filter(JobSchedule::orphaned)
                .forEach(schedule ->
                        warnings.add("schedule " + schedule.name() + " is no live node's; removeSchedule forgets it"));
        return warnings;
    }

    /** Queues that are paused, on one node at least, though nodes live and none works on them. */
    public List<String> unknownPauses(Connection connection) throws SQLException {
        return unknownPauses(connection, served.look(connection));
    }

    private List<String> unknownPauses(Connection connection, ServedViews.Nodes nodes) throws SQLException {
        return texts(connection, pausedSomewhere).stream()
                .filter(queue -> nodes.count() > 0 && !nodes.isQueueServed(queue))
                .toList();
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

    /** By queue, negative for a job that is not due yet; adds the kinds that wait to {@code kinds}. */
    private Map<String, Duration> dueSince(Connection connection, Set<String> kinds) throws SQLException {
        Map<String, Duration> ages = new TreeMap<>();
        for (WaitingHeads.Head head : heads.of(connection)) {
            ages.merge(head.queue(), head.age(), (one, other) -> one.compareTo(other) > 0 ? one : other);
            kinds.add(head.kind());
        }
        return ages;
    }

    private Map<String, Duration> executingSince(Connection connection) throws SQLException {
        Map<String, Duration> ages = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(executing);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ages.put(rows.getString(1), Duration.of(rows.getLong(2), ChronoUnit.MICROS));
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
