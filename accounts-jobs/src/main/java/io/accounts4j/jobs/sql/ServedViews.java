package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The queues, kinds and schedules that live nodes serve. Thread-safe. */
final class ServedViews {

    private final String nodes;
    private final String started;

    ServedViews(Dialect dialect, Schema schema) {
        this.nodes =
                schema.in("select queues, kinds, schedules from {nodes} where expires_at >= " + dialect.now(), dialect);
        this.started = schema.in("select distinct queue from {queues} where stopped = false", dialect);
    }

    /**
     * The live nodes, together.
     *
     * @param schedules empty where a node of an older release has not registered its own
     * @param areAllKnown true if each has registered its kinds and queues, unlike nodes of older releases
     */
    record Nodes(
            int count, boolean areAllKnown, Set<String> queues, Set<String> kinds, Optional<Set<String>> schedules) {

        /** Returns whether one of them works on {@code queue}, as far as is known. */
        boolean isQueueServed(String queue) {
            return !areAllKnown || queues.contains(queue);
        }

        /** Returns whether nodes live and none of them has the schedule of that name, as far as is known. */
        boolean isOrphan(String schedule) {
            return count > 0
                    && schedules.filter(names -> !names.contains(schedule)).isPresent();
        }

        /** Returns whether one of them has a handler for {@code kind}, as far as is known; true without any node. */
        boolean isKindServed(String kind) {
            return !areAllKnown || count == 0 || kinds.contains(kind);
        }
    }

    /** Looks now. Queues that were started at run time count as served. */
    Nodes look(Connection connection) throws SQLException {
        int count = 0;
        boolean known = true;
        Set<String> queues = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        Optional<Set<String>> schedules = Optional.of(new HashSet<>());
        try (PreparedStatement statement = connection.prepareStatement(nodes);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
                known &= rows.getString(1) != null;
                queues.addAll(Json.toTexts(rows.getString(1)));
                kinds.addAll(Json.toTexts(rows.getString(2)));
                String names = rows.getString(3);
                schedules = schedules.filter(all -> names != null);
                schedules.ifPresent(all -> all.addAll(Json.toTexts(names)));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(started);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next() && count > 0) {
                queues.add(rows.getString(1));
            }
        }
        return new Nodes(count, known, queues, kinds, schedules);
    }
}
