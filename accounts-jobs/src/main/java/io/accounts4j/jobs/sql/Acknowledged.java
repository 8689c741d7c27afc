package io.accounts4j.jobs.sql;

import io.accounts4j.jdbc.SqlErrors;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The result of writing outcomes.
 *
 * @param held ids of the jobs that were still held under their lease, whose outcome is written
 * @param left ids of the jobs whose outcome is not written, with the reason
 */
public record Acknowledged(Set<Long> held, Map<Long, String> left) {

    static final String LOCKED = "the row is locked";

    /** Copies. */
    public Acknowledged {
        held = Set.copyOf(held);
        left = Map.copyOf(left);
    }

    /** No outcome is left. */
    public static Acknowledged all(Set<Long> held) {
        return new Acknowledged(held, Map.of());
    }

    /** The outcome could not be written. */
    public static Acknowledged left(JobOutcome outcome, SQLException cause) {
        return new Acknowledged(Set.of(), Map.of(outcome.id(), SqlErrors.codes(cause)));
    }

    /** The sum of several. */
    public static Acknowledged of(Collection<Acknowledged> parts) {
        Set<Long> held = new HashSet<>();
        Map<Long, String> left = new HashMap<>();
        parts.forEach(part -> {
            held.addAll(part.held);
            left.putAll(part.left);
        });
        return new Acknowledged(held, left);
    }
}
