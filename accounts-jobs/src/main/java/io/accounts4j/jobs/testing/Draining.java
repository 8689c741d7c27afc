package io.accounts4j.jobs.testing;

import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.jobs.node.Handling;
import io.accounts4j.jobs.node.ManualExecution;
import io.accounts4j.jobs.sql.ClaimedJob;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Dialects;
import io.accounts4j.jobs.sql.ManualClaims;
import io.accounts4j.jobs.sql.ManualClaims.Waiting;
import io.accounts4j.jobs.sql.NodeTable;
import io.accounts4j.jobs.sql.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One drain: takes jobs one by one, as a node of its own, and runs them on the calling thread. */
final class Draining {

    private static final Duration LONG = Duration.ofDays(1);

    private final Database database;
    private final Schema schema;
    private final Map<String, Handling> handlings;
    private final Drain options;
    private final Duration ahead;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Set<Long> ran = new HashSet<>();

    Draining(Database database, Schema schema, Map<String, Handling> handlings, Drain options, Duration ahead) {
        this.database = database;
        this.schema = schema;
        this.handlings = handlings;
        this.options = options;
        this.ahead = ahead;
    }

    Drained run() throws SQLException {
        long node = database.transact((connection, tables) -> tables.nodes()
                .register(
                        connection,
                        new NodeTable.Served("job testing", List.of(options.queue()), handlings.keySet()),
                        LONG));
        try {
            boolean more;
            do {
                more = pass(node) && options.isWithRecursion();
            } while (more);
        } finally {
            var unused =
                    database.transact((connection, tables) -> tables.nodes().remove(connection, node));
        }
        return Drained.of(counts);
    }

    /** Runs what is there now; {@code false} where there was nothing. */
    private boolean pass(long node) throws SQLException {
        boolean any = false;
        for (Waiting waiting : there()) {
            if (ran.size() < options.limit() && handlings.containsKey(waiting.kind()) && ran.add(waiting.id())) {
                Optional<ClaimedJob> job = claim(node, waiting.id());
                if (job.isPresent()) {
                    work(job.get());
                    any = true;
                }
            }
        }
        return any;
    }

    private List<Waiting> there() throws SQLException {
        return database.transact((connection, tables) -> {
            ManualClaims claims = new ManualClaims(Dialects.of(connection), schema);
            return options.isWithScheduled()
                    ? claims.waiting(connection, options.queue())
                    : claims.due(connection, options.queue(), ahead);
        });
    }

    private Optional<ClaimedJob> claim(long node, long id) throws SQLException {
        return database.transact(
                (connection, tables) -> new ManualClaims(Dialects.of(connection), schema).claim(connection, node, id));
    }

    private void work(ClaimedJob job) throws SQLException {
        String kind = job.kind().name();
        ManualExecution run = new ManualExecution(job, Objects.requireNonNull(handlings.get(kind)));
        counts.merge(run.run(database), 1, Integer::sum);
        if (!options.isWithSafety() && run.thrown().isPresent()) {
            throw new AssertionError(
                    "job " + job.id() + " of kind " + kind + " failed",
                    run.thrown().get());
        }
    }
}
