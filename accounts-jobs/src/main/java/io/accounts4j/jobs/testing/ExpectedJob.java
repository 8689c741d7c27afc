package io.accounts4j.jobs.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.accounts4j.jobs.Worker;
import io.accounts4j.jobs.sql.StrictMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pattern for jobs; parts that are not set match anything: {@code ExpectedJob.of(INVOICE).with("order", 4711)} matches any
 * invoice of that order. Immutable.
 */
public final class ExpectedJob {

    private final String kind;
    private final Map<String, JsonNode> arguments;
    private final Optional<String> queue;
    private final Optional<Due> due;

    private ExpectedJob(String kind, Map<String, JsonNode> arguments, Optional<String> queue, Optional<Due> due) {
        this.kind = kind;
        this.arguments = arguments;
        this.queue = queue;
        this.due = due;
    }

    /** About when. */
    private record Due(Instant at, Duration tolerance) {
        boolean isNear(Instant other) {
            return Duration.between(at, other).abs().compareTo(tolerance) <= 0;
        }
    }

    /** A job of {@code worker}. */
    public static ExpectedJob of(Worker<?> worker) {
        return ofKind(worker.kind());
    }

    /** A job of that kind. */
    public static ExpectedJob ofKind(String kind) {
        return new ExpectedJob(kind, Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * With this component among its arguments. An object or a map may have more components than the value.
     *
     * @param value anything arguments may hold
     */
    public ExpectedJob with(String component, Object value) {
        Map<String, JsonNode> more = new TreeMap<>(arguments);
        more.put(component, tree(value));
        return new ExpectedJob(kind, more, queue, due);
    }

    /** In {@code name}. */
    public ExpectedJob inQueue(String name) {
        return new ExpectedJob(kind, arguments, Optional.of(name), due);
    }

    /** Due at {@code at}, or up to {@code tolerance} before or after: the database's clock is not the test's. */
    public ExpectedJob scheduledAt(Instant at, Duration tolerance) {
        return new ExpectedJob(kind, arguments, queue, Optional.of(new Due(at, tolerance)));
    }

    boolean matches(EnqueuedJob job) {
        return kind.equals(job.kind())
                && queue.map(job.queue()::equals).orElse(true)
                && due.map(about -> about.isNear(job.dueAt())).orElse(true)
                && (arguments.isEmpty()
                        || job.arguments()
                                .map(all -> contains(tree(all), arguments))
                                .orElse(false));
    }

    private static JsonNode tree(Object value) {
        return StrictMapper.INSTANCE.valueToTree(value);
    }

    private static boolean contains(JsonNode all, Map<String, JsonNode> some) {
        return some.entrySet().stream().allMatch(entry -> contains(all.path(entry.getKey()), entry.getValue()));
    }

    private static boolean contains(JsonNode all, JsonNode some) {
        if (!some.isObject() || !all.isObject()) {
            return all.equals(some) || (all.isNumber() && some.isNumber() && sameNumber(all, some));
        }
        return some.properties().stream().allMatch(entry -> contains(all.path(entry.getKey()), entry.getValue()));
    }

    private static boolean sameNumber(JsonNode one, JsonNode other) {
        return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }

    /** For messages. */
    @Override
    public String toString() {
        return kind
                + (arguments.isEmpty() ? "" : " with " + arguments)
                + queue.map(name -> " in " + name).orElse("")
                + due.map(about -> ", due " + about.at() + " give or take " + about.tolerance())
                        .orElse("");
    }
}
