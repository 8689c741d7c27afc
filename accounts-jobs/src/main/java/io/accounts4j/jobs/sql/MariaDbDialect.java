package io.accounts4j.jobs.sql;

import java.sql.SQLException;
import java.util.Optional;

/** MariaDB 10.6 or later. */
final class MariaDbDialect implements Dialect {

    private static final int DUPLICATE_ENTRY = 1062;

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
    public String endingWhenIdle() {
        return "";
    }

    @Override
    public boolean isOneStatement() {
        return false;
    }

    @Override
    public Claims claims(Schema schema) {
        return new MariaDbClaims(this, schema);
    }

    @Override
    public Settlements settlements(Schema schema) {
        // By itself the server would wait for a lock 50 seconds.
        return new BatchedSettlements(this, schema, "set statement max_statement_time = 5 for ");
    }
}
