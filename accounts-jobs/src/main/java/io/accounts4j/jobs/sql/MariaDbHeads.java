package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Heads from queue to queue of the index, and of each queue from kind to kind. Thread-safe. */
final class MariaDbHeads implements WaitingHeads {

    private final String nextQueue;
    private final KindHeads kinds;

    MariaDbHeads(Dialect dialect, Schema schema) {
        this.nextQueue = schema.in("select min(waiting) from {jobs} where waiting > ?", dialect);
        this.kinds = new KindHeads(dialect, schema, "");
    }

    @Override
    public List<Head> of(Connection connection) throws SQLException {
        List<Head> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(nextQueue)) {
            for (String queue = after(statement, ""); queue != null; queue = after(statement, queue)) {
                for (KindHeads.Head head : kinds.of(connection, queue, kind -> !kind.isEmpty())) {
                    found.add(new Head(queue, head.kind(), Duration.of(-head.micros(), ChronoUnit.MICROS)));
                }
            }
        }
        return found;
    }

    private static @Nullable String after(PreparedStatement statement, String queue) throws SQLException {
        statement.setString(1, queue);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
