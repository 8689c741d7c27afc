package io.accounts4j.jobs.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.accounts4j.jobs.sql.ClaimedJob.Attempts;
import io.accounts4j.jobs.sql.KindHeads.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Locking reads and an update by primary key in one transaction: there is no {@code UPDATE … RETURNING}. Read committed,
 * because the gap locks of the default level block those who insert. {@code waiting} is a generated column, the queue of jobs
 * that wait. In its index the kind stands before the due time, so that jobs of kinds without a handler here cost a look-up for
 * each kind, and a read locks no more than it takes.
 */
final class MariaDbClaims implements Claims {

    private static final String HOLD = """
            update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
              node_id = ?, attempted_at = {attempted},
              uniq_key = case when uniq_scope >= 2 then uniq_key end
            where id = ?
            """;

    private final DueJobs due;
    private final String hold;
    private final KindHeads heads;
    private final KindHeads coming;

    MariaDbClaims(Dialect dialect, Schema schema) {
        this.due = new DueJobs(dialect, schema);
        // The time that the locking read measured by, or an error could be older than its attempt.
        this.hold = schema.in(HOLD.replace("{attempted}", dialect.atMicros()), dialect);
        this.heads = new KindHeads(dialect, schema, "");
        this.coming = new KindHeads(
                dialect, schema, " and run_at > " + dialect.inMicros().replace("?", "-100000"));
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, ClaimRequest request) throws SQLException {
        List<ClaimedJob> claimed = new ArrayList<>();
        for (Map.Entry<String, List<DueJobs.Pair>> queue :
                ripe(connection, request).entrySet()) {
            int free = request.free().getOrDefault(queue.getKey(), 0);
            List<ClaimedJob> jobs = due.lock(connection, queue.getKey(), queue.getValue(), free);
            claimed.addAll(upToTheLast(jobs, request.places(queue.getKey())));
        }
        try (PreparedStatement statement = connection.prepareStatement(hold)) {
            for (ClaimedJob job : claimed) {
                statement.setLong(1, request.node());
                statement.setLong(2, Micros.of(job.due().plus(job.waited())));
                statement.setLong(3, job.id());
                statement.addBatch();
            }
            if (!claimed.isEmpty()) {
                statement.executeBatch();
            }
        }
        return claimed.stream().map(MariaDbClaims::held).toList();
    }

    /** The kinds and priorities with due jobs, by queue. */
    private Map<String, List<DueJobs.Pair>> ripe(Connection connection, ClaimRequest request) throws SQLException {
        return heads.of(connection, request.free().keySet()).stream()
                .filter(head -> head.micros() <= 0 && request.kinds().contains(head.kind()))
                .collect(groupingBy(
                        Head::queue, mapping(head -> new DueJobs.Pair(head.kind(), head.priority()), toList())));
    }

    @Override
    public Optional<Duration> untilNext(Connection connection, Collection<String> queues) throws SQLException {
        return coming.of(connection, queues).stream()
                .map(Head::micros)
                .min(Comparator.naturalOrder())
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS));
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

    /** The row after the update, which only added one to lease and attempt. */
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
                due.tick(),
                due.waited());
    }
}
