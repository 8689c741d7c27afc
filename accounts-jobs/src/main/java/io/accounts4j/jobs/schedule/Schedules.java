package io.accounts4j.jobs.schedule;

import io.accounts4j.jdbc.SqlErrors;
import io.accounts4j.jobs.sql.CronTable.Entry;
import io.accounts4j.jobs.sql.CronTable.Look;
import io.accounts4j.jobs.sql.Database;
import io.accounts4j.jobs.sql.Inserted;
import io.accounts4j.jobs.sql.NewRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the job of each tick of each schedule, on every node: the node that advances the schedule from its last tick stores
 * the job in the same transaction, so that there is one job per tick and no leader. Time is the database's; a node sleeps
 * until the next tick, a minute at most.
 */
public final class Schedules {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration LOCKED_SLEEP = Duration.ofSeconds(1);

    private final Database database;
    private final Map<String, Line> lines;
    private final Runnable stored;
    private final Set<String> begun = new HashSet<>();
    private final Failures failures = new Failures();
    private volatile boolean isLocked;

    /** By name; {@code stored} is told when jobs were. */
    public Schedules(Database database, Map<String, Line> lines, Runnable stored) {
        this.database = database;
        this.lines = new TreeMap<>(lines);
        this.stored = stored;
    }

    /** When, and the job of a tick. */
    public record Line(Schedule schedule, Function<Instant, NewRow> job) {}

    /** Stores the jobs of all due ticks and returns the pause until the next tick. */
    public Duration step() throws SQLException {
        long began = System.nanoTime();
        Duration wait = untilNext(look());
        Duration left = wait.minusNanos(System.nanoTime() - began);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Does what is due and returns the time at which it was due, by the database. A schedule that cannot be moved on holds up no
     * other: one whose row is locked is left for the next look, and the first failure is thrown after the last schedule.
     */
    public Instant look() throws SQLException {
        Look look = database.transact((connection, tables) -> tables.crons().look(connection));
        failures.begin();
        boolean any = false;
        isLocked = false;
        for (Map.Entry<String, Line> entry : lines.entrySet()) {
            Optional<Entry> found = Optional.ofNullable(look.entries().get(entry.getKey()));
            try {
                any |= advance(entry.getKey(), entry.getValue(), found, look.now());
                failures.passed(entry.getKey());
            } catch (SQLException | RuntimeException e) {
                failures.add(entry.getKey(), e);
            }
        }
        if (any) {
            stored.run();
        }
        failures.throwFirst();
        return look.now();
    }

    /** Says whether jobs were stored. */
    private boolean advance(String name, Line line, Optional<Entry> found, Instant now) throws SQLException {
        return begin(name, line.schedule(), found)
                && !rewind(name, found, now)
                && fire(name, line, found.orElseThrow().lastTick(), now);
    }

    /** Returns whether the stored schedule equals the one of this node; a new or changed one counts from now on. */
    private boolean begin(String name, Schedule schedule, Optional<Entry> found) throws SQLException {
        if (found.isEmpty()) {
            insert(name, schedule.definition());
        } else if (!begun.contains(name) && !found.get().definition().equals(schedule.definition())) {
            redefine(name, found.get(), schedule.definition());
        } else {
            begun.add(name);
            return true;
        }
        return false;
    }

    /**
     * Has a schedule whose last tick lies in the future, since the database's clock was wrong, count from now on; says whether it
     * was one. A tick may come again then, which is less harm than none until that future.
     */
    private boolean rewind(String name, Optional<Entry> found, Instant now) throws SQLException {
        Instant last = found.orElseThrow().lastTick();
        if (!last.isAfter(now.plusSeconds(Schedule.LATE))) {
            return false;
        }
        if (alone(name, last, (connection, tables) -> tables.crons().move(connection, name, last, now))) {
            LOG.warn(
                    "schedule was ahead of the clock: name={} lastTick={} now={}; it counts from now on",
                    name,
                    last,
                    now);
        }
        return true;
    }

    /** Does {@code work} on a schedule that is as it was found; {@code false} where another is at it. Waits for nobody. */
    private boolean alone(String name, Instant last, Database.Work<Boolean> work) throws SQLException {
        boolean done = database.transact(
                (connection, tables) -> tables.crons().lock(connection, name, last) && work.run(connection, tables));
        isLocked |= !done;
        return done;
    }

    private void insert(String name, String definition) throws SQLException {
        try {
            var unused = database.transact((connection, tables) -> {
                tables.crons().insert(connection, name, definition);
                return name;
            });
        } catch (SQLException e) {
            if (!SqlErrors.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private void redefine(String name, Entry before, String after) throws SQLException {
        var unused = alone(name, before.lastTick(), (connection, tables) -> {
            tables.crons().redefine(connection, name, before.definition(), after, Duration.ofSeconds(Schedule.LATE));
            return true;
        });
    }

    private boolean fire(String name, Line line, Instant last, Instant now) throws SQLException {
        List<Instant> ticks = line.schedule().due(last, now);
        return !ticks.isEmpty()
                && alone(name, last, (connection, tables) -> {
                    boolean ours = tables.crons().move(connection, name, last, ticks.get(ticks.size() - 1));
                    for (Instant tick : ours ? ticks : List.<Instant>of()) {
                        Inserted job =
                                tables.inserts().insert(connection, line.job().apply(tick));
                        if (job.isNew()) {
                            tables.crons().stamp(connection, job.id(), tick);
                        }
                    }
                    return ours;
                });
    }

    private Duration untilNext(Instant now) {
        Duration longest = isLocked ? LOCKED_SLEEP : LONGEST_SLEEP;
        return lines.values().stream()
                .flatMap(line -> line.schedule().next(now).stream())
                .map(next -> Duration.between(now, next))
                .filter(wait -> wait.compareTo(longest) < 0)
                .min(Duration::compareTo)
                .orElse(longest);
    }
}
