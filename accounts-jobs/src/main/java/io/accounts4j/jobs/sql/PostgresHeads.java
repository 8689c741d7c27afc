package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The first waiting job of each kind and priority in queues of PostgreSQL, from one to the next of the index: jobs behind a first
 * one are not read, however many they are. Thread-safe.
 */
final class PostgresHeads {

    private static final String PAIRS = """
            with recursive pair as (
              select first.* from unnest(?::text[]) as wanted(queue) cross join lateral (
                select queue, kind, priority, run_at from {jobs}
                where state in {waiting} and queue = wanted.queue
                order by kind, priority, run_at limit 1
              ) first
              union all
              select following.* from pair cross join lateral (
                select queue, kind, priority, run_at from {jobs}
                where state in {waiting} and queue = pair.queue and (kind, priority) > (pair.kind, {passed})
                order by kind, priority, run_at limit 1
              ) following
            )
            """;

    /** Passes over all priorities of a kind that is not handled. */
    private static final String DUE =
            PAIRS.replace("{passed}", "case when pair.kind = any(?::text[]) then pair.priority else 9 end") + """
            select queue, kind, priority, {since} from pair
            where kind = any(?::text[]) and run_at <= now()
            """;

    private static final String NEXT = PAIRS.replace("{passed}", "pair.priority") + """
            select cast(extract(epoch from min(next.run_at) - clock_timestamp()) * 1000000 as bigint)
            from pair cross join lateral (
              select run_at from {jobs}
              where state in {waiting}
                and queue = pair.queue and kind = pair.kind and priority = pair.priority
                and run_at > now() - interval '100 milliseconds'
              order by run_at limit 1
            ) next
            """;

    private final String due;
    private final String next;

    PostgresHeads(Dialect dialect, Schema schema) {
        this.due = PlannedOnce.of(schema.in(DUE.replace("{since}", dialect.toMicros("run_at")), dialect));
        this.next = PlannedOnce.of(schema.in(NEXT, dialect));
    }

    /**
     * A queue, kind and priority with due jobs.
     *
     * @param since the time for which the first of the jobs was due, in microseconds since 1970
     */
    record Head(String queue, String kind, int priority, long since) {}

    /** Returns the heads of {@code queues} that are due, of the given kinds. */
    List<Head> due(Connection connection, Collection<String> queues, Collection<String> kinds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(due)) {
            ArrayParameters arrays = new ArrayParameters(connection, statement, 1);
            arrays.bind("text", queues);
            arrays.bind("text", kinds);
            arrays.bind("text", kinds);
            try (ResultSet rows = PlannedOnce.rows(statement)) {
                List<Head> heads = new ArrayList<>();
                while (rows.next()) {
                    heads.add(new Head(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getLong(4)));
                }
                return heads;
            }
        }
    }

    /** See {@link Claims#untilNext}. */
    Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            new ArrayParameters(connection, statement, 1).bind("text", queues);
            try (ResultSet row = PlannedOnce.rows(statement)) {
                row.next();
                long micros = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(Duration.of(micros, ChronoUnit.MICROS));
            }
        }
    }
}
