package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;

/** H2, embedded. */
final class H2Dialect extends PlainDialect {

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
    public Settlements settlements(Schema schema) {
        return new BatchedSettlements(this, schema, "");
    }
}
