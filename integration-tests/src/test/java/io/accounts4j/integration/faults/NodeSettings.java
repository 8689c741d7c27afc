package io.accounts4j.integration.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a worker process is set up.
 *
 * @param timing empty for the engine's defaults
 * @param environment of the process, on top of this one's
 */
record NodeSettings(String queue, int limit, Optional<Timing> timing, Map<String, String> environment) {

    /** A node counts as dead so long after its last beat. */
    static final Duration LEASE = Duration.ofSeconds(2);

    private static final Timing QUICK =
            new Timing(Duration.ofMillis(500), Duration.ofMillis(500), LEASE, Duration.ofSeconds(5));

    /** See {@link io.accounts4j.jobs.JobEngineBuilder}. */
    record Timing(Duration poll, Duration beat, Duration ttl, Duration grace) {}

    /** Ten at once, a lease of two seconds. */
    static NodeSettings quick() {
        return new NodeSettings("default", 10, Optional.of(QUICK), Map.of());
    }

    /** Ten at once, as the engine is shipped. */
    static NodeSettings shipped() {
        return new NodeSettings("default", 10, Optional.empty(), Map.of());
    }

    /** The same for another queue, looked at only when woken. */
    NodeSettings woken(String other) {
        Timing patient = new Timing(Duration.ofHours(1), QUICK.beat(), LEASE, QUICK.grace());
        return new NodeSettings(other, limit, Optional.of(patient), environment);
    }

    /** The same with a lease that no pause of a busy machine outlasts. */
    NodeSettings unhurried() {
        Timing timing = new Timing(QUICK.poll(), Duration.ofSeconds(5), Duration.ofSeconds(60), QUICK.grace());
        return new NodeSettings(queue, limit, Optional.of(timing), environment);
    }

    NodeSettings environment(Map<String, String> variables) {
        return new NodeSettings(queue, limit, timing, variables);
    }

    /** As the process takes them. */
    List<String> arguments() {
        String what = "queue=" + queue + "\nlimit=" + limit;
        return timing.map(t -> what + "\npoll=" + t.poll() + "\nbeat=" + t.beat() + "\nttl=" + t.ttl() + "\ngrace="
                        + t.grace())
                .orElse(what)
                .lines()
                .toList();
    }
}
