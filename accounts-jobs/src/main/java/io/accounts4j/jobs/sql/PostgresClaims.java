package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement claims for all queues. In the index of waiting jobs the kind stands before the due time, so that jobs of kinds
 * without a handler here cost a look-up for each kind, and jobs of the future nothing. {@code any(array(...))} keeps the update
 * on the primary key: as a join the planner was seen to scan the whole table. {@code (select ?)} hides a parameter from the
 * planner, which would otherwise plan anew at each execution, for as long as that takes.
 *
 * <p>A queue's jobs are taken in the order of priority, due time and id, whatever their kinds: {@code share} counts, without
 * locks, how many of the first {@code free} jobs are of each kind and priority; {@code taken} locks as many of each; {@code
 * others} replaces jobs that another transaction has locked.
 */
final class PostgresClaims implements Claims {

    /** Ends with the transaction: planned with a million waiting rows the claim would be compiled, for longer than it runs. */
    private static final String UNCOMPILED = "select set_config('jit', 'off', true);\n";

    /** The kinds and priorities that wait in {@code wanted.queue}, from the head of one to the head of the next. */
    private static final String PAIRS = """
            recursive pair as (
              (select kind, priority, run_at, {known} as known from {jobs}
               where state in {waiting} and queue = wanted.queue
               order by kind, priority, run_at limit 1)
              union all
              select following.* from pair cross join lateral (
                select kind, priority, run_at, {known} as known from {jobs}
                where state in {waiting} and queue = wanted.queue
                  and (kind, priority) > (pair.kind, case when pair.known then pair.priority else 9 end)
                order by kind, priority, run_at limit 1
              ) following
            )""";

    /** The due jobs of a kind and priority. */
    private static final String DUE = """
            select id, run_at, attempt, max_attempts from {jobs}
            where state in {waiting} and queue = wanted.queue
              and kind = {pair}.kind and priority = {pair}.priority and run_at <= now()
            order by run_at, id limit""";

    private static final String CLAIM = """
            update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
              node_id = (select ?::bigint), attempted_at = now(),
              uniq_key = case when uniq_scope >= 2 then uniq_key end
            where id = any(array(
              select picked.id
              from unnest((select ?::text[]), (select ?::int[]), (select ?::int[])) as wanted(queue, free, places)
              cross join (values ((select ?::text[]))) as handled(kinds)
              cross join lateral (
                with {pairs}, ripe as materialized (
                  select kind, priority from pair where known and run_at <= now()
                ), share as materialized (
                  select kind, priority, count(*) as places from (
                    select ripe.kind, ripe.priority
                    from ripe cross join lateral ({due of ripe} wanted.free) job
                    order by ripe.priority, job.run_at, job.id limit wanted.free
                  ) first group by kind, priority
                ), taken as materialized (
                  select share.priority, job.*
                  from share cross join lateral ({due of share} share.places for update skip locked) job
                ), others as (
                  select ripe.priority, job.*
                  from ripe cross join lateral ({due of ripe} wanted.free for update skip locked) job
                  where (select count(*) from taken) < (select sum(places) from share)
                )
                select due.id, count(*) filter (where due.place > wanted.places and due.attempt + 1 >= due.max_attempts)
                    over (order by due.place) as last_ones
                from (
                  select job.*, row_number() over (order by job.priority, job.run_at, job.id) as place
                  from (table taken union table others order by priority, run_at, id limit wanted.free) job
                ) due
              ) picked
              where picked.last_ones = 0))
            returning {columns}
            """.replace("{pairs}", PAIRS.replace("{known}", "kind = any(handled.kinds)"))
            .replace("{due of ripe}", DUE.replace("{pair}", "ripe"))
            .replace("{due of share}", DUE.replace("{pair}", "share"));

    private static final String NEXT = """
            select cast(extract(epoch from min(next.run_at) - clock_timestamp()) * 1000000 as bigint)
            from unnest((select ?::text[])) as wanted(queue)
            cross join lateral (
              with {pairs}
              select job.run_at from pair cross join lateral (
                select run_at from {jobs}
                where state in {waiting} and queue = wanted.queue
                  and kind = pair.kind and priority = pair.priority
                  and run_at > now() - interval '100 milliseconds'
                order by run_at limit 1
              ) job
            ) next
            """.replace("{pairs}", PAIRS.replace("{known}", "true"));

    private final String claim;
    private final String next;

    PostgresClaims(Dialect dialect, Schema schema) {
        this.claim = schema.in(UNCOMPILED + CLAIM.replace("{columns}", ClaimedRows.columns(dialect)), dialect);
        this.next = schema.in(NEXT, dialect);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, ClaimRequest request) throws SQLException {
        List<Map.Entry<String, Integer>> free = List.copyOf(request.free().entrySet());
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setLong(1, request.node());
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
                                    .map(queue -> request.places(queue.getKey()))
                                    .toArray()));
            statement.setArray(
                    5, connection.createArrayOf("text", request.kinds().toArray()));
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return ClaimedRows.inOrder(ClaimedRows.rows(rows));
            }
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
