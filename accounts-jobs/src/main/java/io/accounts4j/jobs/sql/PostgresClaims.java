package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement claims for all queues. A probe per queue and priority walks the partial index of waiting jobs, so that jobs
 * of the future in front cost nothing, and {@code any(array(...))} keeps the update on the primary key: as a join the planner
 * was seen to scan the whole table. {@code (select ?)} hides a parameter from the planner, which would otherwise plan anew at
 * each execution, for as long as that takes.
 */
final class PostgresClaims implements Claims {

    private static final String CLAIM = """
            update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
              node_id = (select ?::bigint), attempted_at = now(),
              uniq_key = case when uniq_scope >= 2 then uniq_key end
            where id = any(array(
              select picked.id
              from unnest((select ?::text[]), (select ?::int[]), (select ?::int[])) as wanted(queue, free, places)
              cross join lateral (
                select due.id, count(*) filter (where due.place > wanted.places and due.attempt + 1 >= due.max_attempts)
                    over (order by due.place) as last_ones
                from (
                  select probe.*, row_number() over (order by probe.priority, probe.run_at, probe.id) as place
                  from (
                    select level.priority, one.*
                    from generate_series(0, 9) as level(priority)
                    cross join lateral (
                      select id, run_at, attempt, max_attempts from {jobs}
                      where state in {waiting}
                        and queue = wanted.queue and priority = level.priority
                        and run_at <= now() and kind = any((select ?::text[])::text[])
                      order by run_at, id limit wanted.free for update skip locked
                    ) one limit wanted.free
                  ) probe
                ) due
              ) picked
              where picked.last_ones = 0))
            returning {columns}
            """;

    private static final String NEXT = """
            select cast(extract(epoch from min(next.run_at) - clock_timestamp()) * 1000000 as bigint)
            from unnest((select ?::text[])) as wanted(queue)
            cross join generate_series(0, 9) as level(priority)
            cross join lateral (
              select run_at from {jobs}
              where state in {waiting}
                and queue = wanted.queue and priority = level.priority
                and run_at > now() - interval '100 milliseconds'
              order by run_at limit 1
            ) next
            """;

    private final String claim;
    private final String next;

    PostgresClaims(Dialect dialect, Schema schema) {
        this.claim = schema.in(CLAIM.replace("{columns}", ClaimedRows.columns(dialect)), dialect);
        this.next = schema.in(NEXT, dialect);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, Demand demand) throws SQLException {
        List<Map.Entry<String, Integer>> free = List.copyOf(demand.free().entrySet());
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setLong(1, demand.node());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", free.stream().map(Map.Entry::getKey).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", free.stream().map(Map.Entry::getValue).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "int4",
                            free.stream()
                                    .map(queue -> demand.places(queue.getKey()))
                                    .toArray()));
            statement.setArray(
                    5, connection.createArrayOf("text", demand.kinds().toArray()));
            return ClaimedRows.of(statement);
        }
    }

    @Override
    public Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            statement.setArray(1, connection.createArrayOf("text", queues.toArray()));
            return Micros.in(statement);
        }
    }
}
