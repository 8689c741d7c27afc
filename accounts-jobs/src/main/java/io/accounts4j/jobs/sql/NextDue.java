package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When the next job is due, by an index probe per queue and priority, where a generated column stands for a partial index. */
final class NextDue {

    private static final String LEVELS = IntStream.rangeClosed(0, 9)
            .mapToObj(level -> "select " + level + " as priority")
            .collect(Collectors.joining(" union all "));

    private static final String NEXT = """
            select {next} - {now} from (
              select (select min(run_at) from {jobs}
                where waiting = ? and priority = level.priority and run_at > {since}) as run_at
              from ({levels}) level) probe
            order by run_at is null, run_at limit 1
            """;

    private final String next;

    NextDue(Dialect dialect, Schema schema) {
        this.next = schema.in(
                NEXT.replace("{next}", dialect.toMicros("run_at"))
                        .replace("{now}", dialect.toMicros(dialect.now()))
                        .replace("{since}", dialect.inMicros().replace("?", "-100000"))
                        .replace("{levels}", LEVELS),
                dialect);
    }

    Optional<Duration> of(Connection connection, Collection<String> queues) throws SQLException {
        Optional<Duration> soonest = Optional.empty();
        try (PreparedStatement statement = connection.prepareStatement(next)) {
            for (String queue : queues) {
                statement.setString(1, queue);
                soonest = Stream.concat(soonest.stream(), Micros.in(statement).stream())
                        .min(Comparator.naturalOrder());
            }
        }
        return soonest;
    }
}
