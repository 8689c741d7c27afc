package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;

/** MariaDB 10.6 or later. */
final class MariaDbDialect extends PlainDialect {

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
        return "select queue, state from {jobs} where waiting is not null order by waiting, kind, priority, run_at, id";
    }

    @Override
    public WaitingHeads heads(Schema schema) {
        return new MariaDbHeads(this, schema);
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
    public boolean isDuplicate(SQLException e) {
        return SqlErrors.isDuplicate(e);
    }

    @Override
    public String latest() {
        return " lock in share mode";
    }

    @Override
    public Claims claims(Schema schema) {
        return new MariaDbClaims(this, schema);
    }

    @Override
    public Acknowledgements acknowledgements(Schema schema) {
        // By itself the server would wait for a lock 50 seconds, and the other outcomes with it.
        return new BatchedAcknowledgements(
                this, schema, "set statement innodb_lock_wait_timeout = 1, max_statement_time = 5 for ");
    }
}
