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
 * Which queues this node works on, and on how many jobs of each at once: what its host asked for, changed by what was said
 * at run time. Looks at the database every now and then, and at its next turn when told. One thread asks; any may tell.
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

    /** For the nodes of that name, whose host asked for {@code wanted}. */
    Queues(Database database, String node, Map<String, Integer> wanted, Duration every) {
        this.database = database;
        this.node = node;
        this.wanted = wanted;
        this.everyNanos = every.toNanos();
        this.limits = wanted;
    }

    /** Something may have been said. */
    void changed() {
        changed = true;
    }

    /** The limits from now on, where they are others than before. */
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
        LOG.info("node {} works on {}, as was said at run time", node, found);
        limits = found;
        return Optional.of(found);
    }

    /** The later a setting comes, the more it has to say. */
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
