package io.accounts4j.jobs.sql;

import java.sql.SQLException;
import java.util.Optional;

/** H2, embedded. */
final class H2Dialect implements Dialect {

    private static final int DUPLICATE_KEY = 23505;

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
    public String waitingJobs() {
        return "select queue, state from {jobs} where waiting is not null order by waiting, priority, run_at, id";
    }

    @Override
    public String heads() {
        return "select waiting as queue, min(run_at) as run_at from {jobs} where waiting is not null group by waiting";
    }

    @Override
    public Optional<String> vacuum() {
        return Optional.empty();
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
    public String endingWhenIdle() {
        return "";
    }

    @Override
    public boolean isOneStatement() {
        return false;
    }

    @Override
    public Claims claims(Schema schema) {
        return new H2Claims(this, schema);
    }

    @Override
    public Settlements settlements(Schema schema) {
        return new BatchedSettlements(this, schema, "");
    }
}
