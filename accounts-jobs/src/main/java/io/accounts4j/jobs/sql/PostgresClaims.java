package io.accounts4j.jobs.sql;

import io.accounts4j.jobs.sql.PostgresHeads.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads which kinds and priorities are due, and if there are some, claims for all queues by one statement. In the index of waiting
 * jobs the kind stands before the due time, so that jobs of kinds without a handler here cost a look-up for each kind, and jobs of
 * the future nothing. A queue's jobs are taken in the order of priority, due time and id, whatever their kinds.
 *
 * <p>{@code any(array(...))} keeps the update on the primary key: as a join the planner was seen to scan the whole table. {@code
 * run_at >= since} passes over the entries that finished jobs left in the index, which the read of the heads has passed over once.
 */
final class PostgresClaims implements Claims {

    private static final String QUEUES = "unnest(?::text[], ?::int[], ?::int[]";

    private static final String HEADS = "?::text[], ?::int[], ?::int8[]";

    private static final String CLAIM = """
            update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
              node_id = ?, attempted_at = now(),
              uniq_key = case when uniq_scope >= 2 then uniq_key end
            where id = any(array(
              select picked.id
              from {wanted} cross join lateral (
                select due.id, count(*) filter (where due.place > wanted.places and due.attempt + 1 >= due.max_attempts)
                    over (order by due.place) as last_ones
                from (
                  select job.*, row_number() over (order by job.priority, job.run_at, job.id) as place
                  from ({due}) job
                ) due
              ) picked
              where picked.last_ones = 0))
            returning {columns}
            """;

    /** The due jobs of a queue, kind and priority. */
    private static final String DUE = """
            select id, priority, run_at, attempt, max_attempts from {jobs}
            where state in {waiting} and queue = wanted.queue
              and kind = {head}.kind and priority = {head}.priority
              and run_at >= timestamptz 'epoch' + {head}.since * interval '1 microsecond' and run_at <= now()
            order by run_at, id limit""";

    private static final String DUE_OF_ONE = DUE.replace("{head}", "wanted") + " wanted.free for update skip locked";

    /**
     * Of several kinds or priorities: {@code share} counts, without locks, how many of the first {@code free} jobs each head has;
     * {@code taken} locks as many of each; {@code others} replaces jobs that another transaction has locked.
     */
    private static final String DUE_OF_MANY = """
            with head as materialized (
              select head.kind, head.priority, head.since from {heads}
              where head.queue = wanted.queue
            ), share as materialized (
              select kind, priority, since, count(*) as places from (
                select head.kind, head.priority, head.since
                from head cross join lateral ({due of head} wanted.free) job
                order by job.priority, job.run_at, job.id limit wanted.free
              ) first group by kind, priority, since
            ), taken as materialized (
              select job.* from share cross join lateral ({due of share} share.places for update skip locked) job
            ), others as (
              select job.* from head cross join lateral ({due of head} wanted.free for update skip locked) job
              where (select count(*) from taken) < (select sum(places) from share)
            )
            table taken union table others order by priority, run_at, id limit wanted.free
            """.replace(
                    "{heads}", "unnest(?::text[], " + HEADS + ") as head(queue, kind, priority, since)")
            .replace("{due of head}", DUE.replace("{head}", "head"))
            .replace("{due of share}", DUE.replace("{head}", "share"));

    private final PostgresHeads heads;
    private final String ofOne;
    private final String ofMany;

    PostgresClaims(Dialect dialect, Schema schema) {
        this.heads = new PostgresHeads(dialect, schema);
        String claim = CLAIM.replace("{columns}", ClaimedRows.columns(dialect));
        String one = QUEUES + ", " + HEADS + ") as wanted(queue, free, places, kind, priority, since)";
        String many = QUEUES + ") as wanted(queue, free, places)";
        this.ofOne = PlannedOnce.of(schema.in(claim.replace("{wanted}", one).replace("{due}", DUE_OF_ONE), dialect));
        this.ofMany = PlannedOnce.of(schema.in(claim.replace("{wanted}", many).replace("{due}", DUE_OF_MANY), dialect));
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, ClaimRequest request) throws SQLException {
        List<Head> due = heads.due(connection, request.free().keySet(), request.kinds());
        return due.isEmpty() ? List.of() : claim(connection, request, due);
    }

    /** Claims of the jobs behind {@code due}, which is not empty. */
    List<ClaimedJob> claim(Connection connection, ClaimRequest request, List<Head> due) throws SQLException {
        List<String> queues = due.stream().map(Head::queue).distinct().toList();
        boolean isOneEach = queues.size() == due.size();
        try (PreparedStatement statement = connection.prepareStatement(isOneEach ? ofOne : ofMany)) {
            statement.setLong(1, request.node());
            ArrayParameters arrays = new ArrayParameters(connection, statement, 2);
            arrays.bind("text", queues);
            arrays.bind("int4", queues, queue -> request.free().getOrDefault(queue, 0));
            arrays.bind("int4", queues, request::places);
            if (!isOneEach) {
                arrays.bind("text", due, Head::queue);
            }
            arrays.bind("text", due, Head::kind);
            arrays.bind("int4", due, Head::priority);
            arrays.bind("int8", due, Head::since);
            try (ResultSet rows = PlannedOnce.rows(statement)) {
                return ClaimedRows.inOrder(ClaimedRows.rows(rows));
            }
        }
    }

    @Override
    public Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        return heads.untilNext(connection, queues);
    }
}
