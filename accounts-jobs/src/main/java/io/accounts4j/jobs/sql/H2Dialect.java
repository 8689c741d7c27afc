package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;

/** H2, embedded. */
final class H2Dialect extends PlainDialect {

    /** Not by dateadd(), which counts in nanoseconds and overflows after 292 years. */
    private static final String MICROS = "cast(? as bigint) * interval '0.000001' second";

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
        return "current_timestamp + " + MICROS;
    }

    @Override
    public String atMicros() {
        return "timestamp with time zone '1970-01-01 00:00:00+00' + " + MICROS;
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
    public WaitingHeads heads(Schema schema) {
        return new SelectedHeads(
                this,
                schema,
                "select waiting as queue, kind, min(run_at) as run_at from {jobs} where waiting is not null"
                        + " group by waiting, kind");
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
    public boolean isDuplicate(SQLException e) {
        return SqlErrors.isDuplicate(e);
    }

    @Override
    public String latest() {
        return "";
    }

    @Override
    public Claims claims(Schema schema) {
        return new H2Claims(this, schema);
    }

    @Override
    public Acknowledgements acknowledgements(Schema schema) {
        return new BatchedAcknowledgements(this, schema, "");
    }
}
