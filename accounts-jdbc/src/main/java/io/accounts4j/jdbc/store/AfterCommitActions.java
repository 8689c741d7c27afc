package io.accounts4j.jdbc.store;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions that wait for the commit of one transaction. Used by one thread. */
public final class AfterCommitActions {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCommitActions.class);

    private final List<Runnable> waiting = new ArrayList<>();

    /** Adds {@code action}. */
    public void add(Runnable action) {
        waiting.add(action);
    }

    /** Returns the number of waiting actions. */
    public int size() {
        return waiting.size();
    }

    /** Runs all waiting actions once, in the order of their addition. The exception of one is logged and stops no other. */
    public void run() {
        List<Runnable> released = List.copyOf(waiting);
        waiting.clear();
        released.forEach(AfterCommitActions::run);
    }

    /** Runs {@code action} and logs its exception. */
    public static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("an action after a commit failed", e);
        }
    }
}
