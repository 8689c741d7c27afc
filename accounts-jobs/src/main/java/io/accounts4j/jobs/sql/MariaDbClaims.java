package io.accounts4j.jobs.sql;

import io.accounts4j.jobs.sql.ClaimedJob.Attempts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A locking read per queue and an update by primary key in one transaction: there is no {@code UPDATE … RETURNING}. Read
 * committed, because the gap locks of the default level block those who insert. {@code waiting} is a generated column,
 * the queue of jobs that wait: the read walks its index in order and locks no more than it takes.
 */
final class MariaDbClaims implements Claims {

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

    private final String due;
    private final String hold;
    private final NextDue next;

    MariaDbClaims(Dialect dialect, Schema schema) {
        this.due = schema.in(DUE.replace("{columns}", ClaimedRows.columns(dialect, dialect.now())), dialect);
        this.hold = schema.in(HOLD, dialect);
        this.next = new NextDue(dialect, schema);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, Demand demand) throws SQLException {
        List<ClaimedJob> claimed = due(connection, demand);
        try (PreparedStatement statement = connection.prepareStatement(hold)) {
            for (ClaimedJob job : claimed) {
                statement.setLong(1, demand.node());
                statement.setLong(2, job.id());
                statement.addBatch();
            }
            if (!claimed.isEmpty()) {
                statement.executeBatch();
            }
        }
        return claimed.stream().map(MariaDbClaims::held).toList();
    }

    @Override
    public Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        return next.of(connection, queues);
    }

    private List<ClaimedJob> due(Connection connection, Demand demand) throws SQLException {
        String kinds = String.join(", ", Collections.nCopies(demand.kinds().size(), "?"));
        List<ClaimedJob> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(due.replace("{kinds}", kinds))) {
            for (Map.Entry<String, Integer> queue : demand.free().entrySet()) {
                int parameter = 1;
                statement.setString(parameter++, queue.getKey());
                for (String kind : demand.kinds()) {
                    statement.setString(parameter++, kind);
                }
                statement.setInt(parameter, queue.getValue());
                found.addAll(upToTheLast(ClaimedRows.of(statement), demand.places(queue.getKey())));
            }
        }
        return found;
    }

    /** Those there are places for, and of the rest those before the first that has only one attempt left. */
    private static List<ClaimedJob> upToTheLast(List<ClaimedJob> due, int places) {
        int end = Math.min(places, due.size());
        while (end < due.size()
                && due.get(end).attempts().made() + 1 < due.get(end).attempts().allowed()) {
            end++;
        }
        return due.subList(0, end);
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
                due.due(),
                due.waited());
    }
}
