package io.accounts4j.jobs.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job that a node holds.
 *
 * @param lease fences what this claim may write: every claim and every transition has a higher one
 * @param arguments as stored
 * @param attempts how many attempts there were, this one included, and how many there may be
 * @param errors JSON as stored
 * @param due when it was due, by the database's clock
 * @param tick the tick of the schedule that stored it
 * @param waited how long it was due before it was claimed, by the database's clock
 */
public record ClaimedJob(
        long id,
        long lease,
        String queue,
        Kind kind,
        StoredArguments arguments,
        Attempts attempts,
        String errors,
        Instant due,
        Optional<Instant> tick,
        Duration waited) {

    /** The names of the handler and of the shape of the arguments. */
    public record Kind(String name, int version) {}

    /** How many attempts there were and how many there may be. */
    public record Attempts(int made, int allowed) {

        /** Returns whether no attempt is left. */
        public boolean areUsedUp() {
            return made >= allowed;
        }
    }
}
