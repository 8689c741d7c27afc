package io.accounts4j.jobs.node;

import io.accounts4j.jobs.sql.NodeTable;
import java.time.Duration;

/** The ranges of an engine's settings. {@link IllegalArgumentException} for each value outside. */
public final class EngineRanges {

    private static final int MAX_LIMIT = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration DAY = Duration.ofDays(1);

    private EngineRanges() {}

    /** The limit of a queue: 1 to 10,000. */
    public static int limit(String queue, int limit) {
        Ranges.checked("limit of queue " + queue, limit, 1, MAX_LIMIT, "give the number of jobs to run at once");
        return limit;
    }

    /** 1 ms to 1 day. */
    public static Duration poll(Duration every) {
        return Ranges.checked("poll", every, SHORTEST, DAY, "give the time between two polls");
    }

    /** 1 ms to 1 day. */
    public static Duration heartbeat(Duration every) {
        return Ranges.checked("heartbeat", every, SHORTEST, DAY, "give the time between two renewals");
    }

    /** Twice the time between two renewals or more. */
    public static Duration timeToLive(Duration ttl, Duration every) {
        Duration least = every.multipliedBy(2);
        return Ranges.checked(
                "time to live", ttl, least, NodeTable.LONGEST_TTL, "or one late renewal costs the node its jobs");
    }

    /** 0 to 1 day. */
    public static Duration grace(Duration longest) {
        return Ranges.checked("grace", longest, Duration.ZERO, DAY, "give the time that executing jobs may need");
    }
}
