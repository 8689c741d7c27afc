package io.accounts4j.jobs.node;

import io.accounts4j.job.QueueSetting;
import io.accounts4j.jobs.sql.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limit of each queue of this node: the host's configuration with the overrides made at run time, which are read once per
 * poll interval, and at the next step when notified. Read by one thread, notified by any.
 */
final class Queues {

    private static final Logger LOG = LoggerFactory.getLogger(Queues.class);

    private final Database database;
    private final String node;
    private final Map<String, Integer> wanted;
    private final long everyNanos;
    private volatile boolean changed = true;
    private long lookedAt;
    private Map<String, Integer> limits;

    /** For the nodes of that name, whose host configured {@code wanted}. */
    Queues(Database database, String node, Map<String, Integer> wanted, Duration every) {
        this.database = database;
        this.node = node;
        this.wanted = wanted;
        this.everyNanos = every.toNanos();
        this.limits = wanted;
    }

    /** An override may have changed. */
    void changed() {
        changed = true;
    }

    /** The new limits; empty if they have not changed. */
    Optional<Map<String, Integer>> look() throws SQLException {
        long now = System.nanoTime();
        if (!changed && now - lookedAt < everyNanos) {
            return Optional.empty();
        }
        changed = false;
        Map<String, Integer> found = limits(
                wanted, database.alone((connection, tables) -> tables.queues().of(connection, node)));
        lookedAt = now;
        if (found.equals(limits)) {
            return Optional.empty();
        }
        LOG.info("node {}: queue limits changed at run time to {}", node, found);
        limits = found;
        return Optional.of(found);
    }

    /** Later settings replace earlier ones. */
    static Map<String, Integer> limits(Map<String, Integer> wanted, List<QueueSetting> settings) {
        Map<String, Integer> limits = new HashMap<>(wanted);
        Map<String, Boolean> paused = new HashMap<>();
        Map<String, Boolean> stopped = new HashMap<>();
        for (QueueSetting setting : settings) {
            setting.limit().ifPresent(limit -> limits.put(setting.queue(), limit));
            setting.paused().ifPresent(said -> paused.put(setting.queue(), said));
            setting.stopped().ifPresent(said -> stopped.put(setting.queue(), said));
        }
        limits.keySet()
                .removeIf(queue ->
                        paused.getOrDefault(queue, false) || stopped.getOrDefault(queue, !wanted.containsKey(queue)));
        return limits;
    }
}
