package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first job of each kind and priority that waits in a queue of MariaDB. Each is a minimum that the server takes from the
 * index by one look-up, however many jobs wait; a {@code group by} was seen to walk all of them. Thread-safe.
 */
final class KindHeads {

    private static final int PRIORITIES = 10;

    private final String nextKind;
    private final String heads;

    /** Of the jobs for which {@code condition} holds. */
    KindHeads(Dialect dialect, Schema schema, String condition) {
        String next = "(select min(kind) from {jobs} where waiting = ? and kind > ?)";
        String wait = dialect.toMicros("min(run_at)") + " - " + dialect.toMicros(dialect.now());
        this.nextKind = schema.in("select " + next, dialect);
        this.heads = schema.in(
                IntStream.range(0, PRIORITIES)
                        .mapToObj(priority -> "(select " + wait + " from {jobs} where waiting = ? and kind = ?"
                                + " and priority = " + priority + condition + ")")
                        .collect(Collectors.joining(", ", "select ", ", " + next)),
                dialect);
    }

    /** A kind and priority, and the microseconds until its first job is due; 0 or fewer for a job that is due. */
    record Head(String kind, int priority, long micros) {}

    /** The heads of {@code queue}, of the kinds that are {@code wanted}. */
    List<Head> of(Connection connection, String queue, Predicate<String> wanted) throws SQLException {
        List<Head> found = new ArrayList<>();
        String kind = "";
        while (kind != null) {
            kind = wanted.test(kind) ? add(connection, queue, kind, found) : after(connection, queue, kind);
        }
        return found;
    }

    private @Nullable String after(Connection connection, String queue, String kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(nextKind)) {
            statement.setString(1, queue);
            statement.setString(2, kind);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Adds the heads of {@code kind} and returns the kind after it. */
    private @Nullable String add(Connection connection, String queue, String kind, List<Head> found)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(heads)) {
            for (int parameter = 1; parameter <= 2 * (PRIORITIES + 1); parameter += 2) {
                statement.setString(parameter, queue);
                statement.setString(parameter + 1, kind);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int priority = 0; priority < PRIORITIES; priority++) {
                    long wait = row.getLong(priority + 1);
                    if (!row.wasNull()) {
                        found.add(new Head(kind, priority, wait));
                    }
                }
                return row.getString(PRIORITIES + 1);
            }
        }
    }
}
