package io.accounts4j.jdbi;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for the commit of one transaction. Used by one thread. */
final class Actions {

    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);

    private final List<Runnable> waiting = new ArrayList<>();

    void add(Runnable action) {
        waiting.add(action);
    }

    int size() {
        return waiting.size();
    }

    /** Runs everything once; an action that throws stops no other. */
    void run() {
        List<Runnable> released = List.copyOf(waiting);
        waiting.clear();
        released.forEach(Actions::run);
    }

    static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("an action after a commit failed", e);
        }
    }
}
