package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Settlement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes outcomes: all that wait, in one transaction, by one thread, so that two of this node never meet in a row. What is
 * not written stays and is tried again; every write is fenced, so a repeated one does nothing.
 */
final class Completer {

    private static final Logger LOG = LoggerFactory.getLogger(Completer.class);
    private static final int MOST = 500;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Database database;
    private final Consumer<Run> settled;
    private final LinkedBlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();
    private final List<Outcome> batch = new ArrayList<>();
    private final Loop loop = new Loop("accounts-jobs-completer", this::step);

    /** With who is told what is written. */
    Completer(Database database, Consumer<Run> settled) {
        this.database = database;
        this.settled = settled;
    }

    /** What is to be written about a run. */
    private record Outcome(Run run, Settlement settlement) {}

    void start() {
        loop.start();
    }

    /** Has {@code settlement} written. */
    void add(Run run, Settlement settlement) {
        waiting.add(new Outcome(run, settlement));
        loop.wake();
    }

    /** Writes what still waits, once, and ends. */
    void close(Duration longest) throws SQLException {
        loop.stop(longest);
        while (!waiting.isEmpty() || !batch.isEmpty()) {
            var unused = step();
        }
    }

    private synchronized Duration step() throws SQLException {
        if (batch.isEmpty()) {
            waiting.drainTo(batch, MOST);
        }
        if (batch.isEmpty()) {
            return IDLE;
        }
        List<Settlement> settlements = batch.stream().map(Outcome::settlement).toList();
        int written = database.transact((connection, tables) -> tables.jobs().settle(connection, settlements));
        if (written < settlements.size()) {
            LOG.info("{} jobs had another owner when they ended here", settlements.size() - written);
        }
        batch.forEach(outcome -> settled.accept(outcome.run()));
        batch.clear();
        return waiting.isEmpty() ? IDLE : Duration.ZERO;
    }
}
