package io.accounts4j.jobs.sql;

import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {

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
    public String waitingJobs() {
        return "select queue, state from {jobs} where state in {waiting}"
                + " order by queue, kind, priority, run_at, id";
    }

    /** From head to head of the index, for however many jobs wait. */
    @Override
    public WaitingHeads heads(Schema schema) {
        return new SelectedHeads(this, schema, """
                with recursive heads as (
                  (select queue, kind, priority, run_at from {jobs}
                   where state in {waiting}
                   order by queue, kind, priority, run_at limit 1)
                  union all
                  select following.* from heads
                  cross join lateral (
                    select queue, kind, priority, run_at from {jobs}
                    where state in {waiting}
                      and (queue, kind, priority) > (heads.queue, heads.kind, heads.priority)
                    order by queue, kind, priority, run_at limit 1
                  ) following
                )
                select queue, kind, run_at from heads""");
    }

    @Override
    public Optional<String> vacuum() {
        return Optional.of("""
                select coalesce((select n_dead_tup from pg_stat_user_tables
                                 where relid = to_regclass('{jobs}')), 0),
                  (select cast(max(extract(epoch from clock_timestamp() - xact_start)) as bigint)
                   from pg_stat_activity
                   where backend_xmin is not null and backend_type = 'client backend'
                     and datname = current_database() and pid <> pg_backend_pid())
                """);
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
        return new UnnestedInserts(one, this, schema);
    }

    @Override
    public String transactionSettings() {
        return "select set_config('idle_in_transaction_session_timeout', '10000', true), set_config('jit', 'off', true)";
    }

    @Override
    public boolean isOneStatement() {
        return true;
    }

    @Override
    public Claims claims(Schema schema) {
        return new PostgresClaims(this, schema);
    }

    @Override
    public Acknowledgements acknowledgements(Schema schema) {
        return new PostgresAcknowledgements(this, schema);
    }
}
