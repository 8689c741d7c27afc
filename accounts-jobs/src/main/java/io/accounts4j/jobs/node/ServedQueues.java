package io.accounts4j.jobs.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The queues that the handlers and schedules of an engine need, while it is built. */
public final class ServedQueues {

    private final Map<String, List<String>> needed = new TreeMap<>();
    private final Set<String> elsewhere = new HashSet<>();

    /** Adds the queue of a handler. */
    public void handler(String kind, String queue) {
        need(queue, "handler of kind " + kind);
    }

    /** Adds the queue of a schedule. */
    public void schedule(String name, String queue) {
        need(queue, "schedule " + name);
    }

    /** Adds queues that other engines work on. */
    public void elsewhere(Collection<String> queues) {
        elsewhere.addAll(queues);
    }

    /** {@link IllegalStateException} where there is no queue, no handler, or a queue neither among {@code served} nor elsewhere. */
    public void check(Set<String> served, boolean withoutHandlers) {
        if (served.isEmpty()) {
            throw new IllegalStateException("an engine without queues would do nothing: add queue(\"mailers\", 20)");
        }
        if (withoutHandlers) {
            throw new IllegalStateException(
                    "an engine without handlers would do nothing: add worker(...) or handlers(accounts.jobHandlers())");
        }
        needed.forEach((queue, parts) -> {
            if (!served.contains(queue) && !elsewhere.contains(queue)) {
                throw new IllegalStateException("queues must include " + queue + " for " + parts + ", got " + served
                        + "; add queue(\"" + queue + "\", 10), or servedElsewhere(\"" + queue
                        + "\") if another engine works on it");
            }
        });
    }

    private void need(String queue, String part) {
        needed.computeIfAbsent(queue, unused -> new ArrayList<>()).add(part);
    }
}
