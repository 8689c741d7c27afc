package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Heads that one statement selects. Thread-safe. */
final class SelectedHeads implements WaitingHeads {

    private final String ages;

    /** {@code heads} selects {@code queue}, {@code kind} and {@code run_at}. */
    SelectedHeads(Dialect dialect, Schema schema, String heads) {
        this.ages = schema.in(
                "select head.queue, head.kind, " + dialect.toMicros(dialect.now()) + " - "
                        + dialect.toMicros("min(head.run_at)") + " from (" + heads
                        + ") head group by head.queue, head.kind",
                dialect);
    }

    @Override
    public List<Head> of(Connection connection) throws SQLException {
        List<Head> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ages);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Duration age = Duration.of(rows.getLong(3), ChronoUnit.MICROS);
                found.add(new Head(rows.getString(1), rows.getString(2), age));
            }
        }
        return found;
    }
}
