package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Heads of every queue, kind and priority of MariaDB, by one statement. Thread-safe. */
final class MariaDbHeads implements WaitingHeads {

    private final KindHeads heads;

    MariaDbHeads(Dialect dialect, Schema schema) {
        this.heads = new KindHeads(dialect, schema, "");
    }

    @Override
    public List<Head> of(Connection connection) throws SQLException {
        return heads.ofAll(connection).stream()
                .map(head -> new Head(head.queue(), head.kind(), Duration.of(-head.micros(), ChronoUnit.MICROS)))
                .toList();
    }
}
