package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One statement per queue, one claim at a time: a locking read locks every row it looked at here, however few it returns.
 * The mutex is only for throughput; the state is asked again by the update, so a second process takes nothing twice.
 */
final class H2Claims implements Claims {

    private static final Lock ONE_CLAIM = new ReentrantLock();

    private static final String CLAIM = """
            select {columns} from final table (
              update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
                node_id = ?, attempted_at = current_timestamp,
                uniq_key = case when uniq_scope >= 2 then uniq_key end
              where state in {waiting} and id in (
                select id from (
                  select id, count(case when place > ? and attempt + 1 >= max_attempts then 1 end)
                      over (order by place) as last_ones
                  from (
                    select id, attempt, max_attempts, row_number() over (order by priority, run_at, id) as place
                    from (
                      select id, attempt, max_attempts, priority, run_at from {jobs}
                      where waiting = ? and run_at <= current_timestamp and kind = any(?)
                      order by priority, run_at, id fetch first ? rows only)))
                where last_ones = 0))
            """;

    private final String claim;
    private final NextDue next;

    H2Claims(Dialect dialect, Schema schema) {
        this.claim = schema.in(CLAIM.replace("{columns}", ClaimedRows.columns(dialect)), dialect);
        this.next = new NextDue(dialect, schema);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, ClaimRequest request) throws SQLException {
        ONE_CLAIM.lock();
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            List<ClaimedJob> claimed = new ArrayList<>();
            for (Map.Entry<String, Integer> queue : request.free().entrySet()) {
                statement.setLong(1, request.node());
                statement.setInt(2, request.places(queue.getKey()));
                statement.setString(3, queue.getKey());
                statement.setArray(
                        4, connection.createArrayOf("varchar", request.kinds().toArray()));
                statement.setInt(5, queue.getValue());
                claimed.addAll(ClaimedRows.of(statement));
            }
            return claimed;
        } finally {
            ONE_CLAIM.unlock();
        }
    }

    @Override
    public Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        return next.of(connection, queues);
    }
}
