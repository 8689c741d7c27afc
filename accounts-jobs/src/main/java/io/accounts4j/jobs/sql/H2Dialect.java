package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One statement per queue, one claim at a time: a locking read locks every row it looked at here, however few it returns.
 * The mutex is only for throughput; the state is asked again by the update, so a second process takes nothing twice.
 */
final class H2Dialect implements Dialect {

    private static final Lock ONE_CLAIM = new ReentrantLock();
    private static final int DUPLICATE_KEY = 23505;

    private static final String CLAIM = """
            select {columns} from final table (
              update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
                node_id = ?, attempted_at = current_timestamp,
                uniq_key = case when uniq_scope >= 2 then uniq_key end
              where state in ('available', 'scheduled', 'retryable') and id in (
                select id from {jobs}
                where waiting = ? and run_at <= current_timestamp and kind = any(?)
                order by priority, run_at, id fetch first ? rows only))
            order by priority, run_at, id
            """;

    @Override
    public String quoted(String name) {
        return '"' + name + '"';
    }

    @Override
    public String now() {
        return "current_timestamp";
    }

    @Override
    public String inMicros() {
        return "dateadd(microsecond, ?, current_timestamp)";
    }

    @Override
    public String atMicros() {
        return "dateadd(microsecond, ?, timestamp with time zone '1970-01-01 00:00:00+00')";
    }

    @Override
    public String toMicros(String column) {
        return "datediff(microsecond, timestamp with time zone '1970-01-01 00:00:00+00', " + column + ")";
    }

    @Override
    public String skippingLocked() {
        return "";
    }

    @Override
    public String json() {
        return "? format json";
    }

    @Override
    public String bucket(String period) {
        return "cast(extract(epoch from current_timestamp) * 1000000 as bigint) / cast(" + period + " as bigint)";
    }

    @Override
    public String orNothing() {
        return "";
    }

    @Override
    public boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE_KEY;
    }

    @Override
    public String latest() {
        return "";
    }

    @Override
    public BulkInserts bulk(JobInserts one, Schema schema) {
        return new BatchedInserts(one);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, Schema schema, Demand demand) throws SQLException {
        ONE_CLAIM.lock();
        try (PreparedStatement statement = connection.prepareStatement(claim(schema))) {
            List<ClaimedJob> claimed = new ArrayList<>();
            for (Map.Entry<String, Integer> queue : demand.free().entrySet()) {
                statement.setLong(1, demand.node());
                statement.setString(2, queue.getKey());
                statement.setArray(
                        3, connection.createArrayOf("varchar", demand.kinds().toArray()));
                statement.setInt(4, queue.getValue());
                claimed.addAll(ClaimedRows.of(statement));
            }
            return claimed;
        } finally {
            ONE_CLAIM.unlock();
        }
    }

    private String claim(Schema schema) {
        return schema.in(CLAIM.replace("{columns}", ClaimedRows.columns(this)), this);
    }
}
