package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * One statement claims for all queues. A probe per queue and priority walks the partial index of waiting jobs, so that
 * jobs of the future in front cost nothing, and {@code any(array(...))} keeps the update on the primary key: as a join
 * the planner was seen to scan the whole table.
 */
final class PostgresDialect implements Dialect {

    private static final String CLAIM = """
            with due as materialized (
              select picked.id, picked.priority, picked.run_at
              from unnest(?::text[], ?::int[]) as wanted(queue, free)
              cross join lateral (
                select probe.id, probe.priority, probe.run_at
                from generate_series(0, 9) as level(priority)
                cross join lateral (
                  select id, priority, run_at from {jobs}
                  where state in ('available', 'scheduled', 'retryable')
                    and queue = wanted.queue and priority = level.priority
                    and run_at <= now() and kind = any(?::text[])
                  order by run_at, id limit wanted.free for update skip locked
                ) probe limit wanted.free
              ) picked
            ), claimed as (
              update {jobs} set state = 'executing', attempt = attempt + 1, lease = lease + 1,
                node_id = ?, attempted_at = now(),
                uniq_key = case when uniq_scope >= 2 then uniq_key end
              where id = any(array(select id from due))
              returning *
            )
            select {columns} from claimed order by priority, run_at, id
            """;

    @Override
    public String quoted(String name) {
        return '"' + name + '"';
    }

    @Override
    public String now() {
        // Not now(): that is when the transaction began, and a delay is a minimum.
        return "clock_timestamp()";
    }

    @Override
    public String inMicros() {
        return "clock_timestamp() + ? * interval '1 microsecond'";
    }

    @Override
    public String atMicros() {
        return "timestamptz 'epoch' + ? * interval '1 microsecond'";
    }

    @Override
    public String toMicros(String column) {
        return "cast(extract(epoch from " + column + ") * 1000000 as bigint)";
    }

    @Override
    public String skippingLocked() {
        return " for update skip locked";
    }

    @Override
    public String json() {
        return "?::jsonb";
    }

    @Override
    public String bucket(String period) {
        return "(extract(epoch from statement_timestamp()) * 1000000)::int8 / " + period;
    }

    @Override
    public String orNothing() {
        return " on conflict do nothing";
    }

    @Override
    public boolean isDuplicate(SQLException e) {
        return false;
    }

    @Override
    public String latest() {
        return "";
    }

    @Override
    public BulkInserts bulk(JobInserts one, Schema schema) {
        return new UnnestedInserts(this, schema);
    }

    @Override
    public List<ClaimedJob> claim(Connection connection, Schema schema, Demand demand) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(claim(schema))) {
            List<String> queues = demand.free().keySet().stream()
                    .sorted(Comparator.naturalOrder())
                    .toList();
            Object[] free = queues.stream().map(demand.free()::get).toArray();
            statement.setArray(1, connection.createArrayOf("text", queues.toArray()));
            statement.setArray(2, connection.createArrayOf("int4", free));
            statement.setArray(
                    3, connection.createArrayOf("text", demand.kinds().toArray()));
            statement.setLong(4, demand.node());
            return ClaimedRows.of(statement);
        }
    }

    private String claim(Schema schema) {
        return schema.in(CLAIM.replace("{columns}", ClaimedRows.columns(this)), this);
    }
}
