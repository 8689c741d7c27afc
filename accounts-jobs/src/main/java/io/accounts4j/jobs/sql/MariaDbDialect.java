package io.accounts4j.jobs.sql;

import io.accounts4j.jobs.sql.ClaimedJob.Attempts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A locking read per queue and an update by primary key in one transaction: there is no {@code UPDATE … RETURNING}. Read
 * committed, because the gap locks of the default level block those who insert. {@code waiting} is a generated column,
 * the queue of jobs that wait: the read walks its index in order and locks no more than it takes.
 */
final class MariaDbDialect implements Dialect {

    private static final int DUPLICATE_ENTRY = 1062;

    private static final String DUE = """
            select {columns} from {jobs}
            where waiting = ? and run_at <= utc_timestamp(6) and kind in ({kinds})
            order by priority, run_at, id limit ? for update skip locked
            """;

    private static final String HOLD = """
            update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
              node_id = ?, attempted_at = utc_timestamp(6),
              uniq_key = case when uniq_scope >= 2 then uniq_key end
            where id = ?
            """;

    @Override
    public String quoted(String name) {
        return '`' + name + '`';
    }

    @Override
    public String now() {
        return "utc_timestamp(6)";
    }

    @Override
    public String inMicros() {
        return "utc_timestamp(6) + interval ? microsecond";
    }

    @Override
    public String atMicros() {
        return "timestamp '1970-01-01 00:00:00' + interval ? microsecond";
    }

    @Override
    public String toMicros(String column) {
        return "timestampdiff(microsecond, timestamp'1970-01-01 00:00:00', " + column + ")";
    }

    @Override
    public String skippingLocked() {
        return " for update skip locked";
    }

    @Override
    public String json() {
        return "?";
    }

    @Override
    public String bucket(String period) {
        return "timestampdiff(microsecond, timestamp '1970-01-01 00:00:00', utc_timestamp(6)) div " + period;
    }

    @Override
    public String orNothing() {
        return "";
    }

    @Override
    public boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE_ENTRY;
    }

    @Override
    public String latest() {
        return " lock in share mode";
    }

    @Override
    public BulkInserts bulk(JobInserts one, Schema schema) {
        return new BatchedInserts(one);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, Schema schema, Demand demand) throws SQLException {
        List<ClaimedJob> due = due(connection, schema, demand);
        try (PreparedStatement statement = connection.prepareStatement(schema.in(HOLD, this))) {
            for (ClaimedJob job : due) {
                statement.setLong(1, demand.node());
                statement.setLong(2, job.id());
                statement.addBatch();
            }
            if (!due.isEmpty()) {
                statement.executeBatch();
            }
        }
        return due.stream().map(MariaDbDialect::held).toList();
    }

    private List<ClaimedJob> due(Connection connection, Schema schema, Demand demand) throws SQLException {
        String kinds = String.join(", ", Collections.nCopies(demand.kinds().size(), "?"));
        String sql = schema.in(
                DUE.replace("{columns}", ClaimedRows.columns(this, now())).replace("{kinds}", kinds), this);
        List<ClaimedJob> due = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map.Entry<String, Integer> queue : demand.free().entrySet()) {
                int parameter = 1;
                statement.setString(parameter++, queue.getKey());
                for (String kind : demand.kinds()) {
                    statement.setString(parameter++, kind);
                }
                statement.setInt(parameter, queue.getValue());
                due.addAll(ClaimedRows.of(statement));
            }
        }
        return due;
    }

    /** What the row says after the update, which only added one to each. */
    private static ClaimedJob held(ClaimedJob due) {
        return new ClaimedJob(
                due.id(),
                due.lease() + 1,
                due.queue(),
                due.kind(),
                due.arguments(),
                new Attempts(due.attempts().made() + 1, due.attempts().allowed()),
                due.errors(),
                due.waited());
    }
}
