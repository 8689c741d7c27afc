package io.accounts4j.testdatabases;

import java.util.ArrayDeque;
import java.util.Deque;

/** Clean-up at the end of the JVM, in reverse order of registration. */
final class AtExit {

    private static final Deque<Action> ACTIONS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::run, "test-databases-exit"));
    }

    private AtExit() {}

    static synchronized void add(Action action) {
        ACTIONS.push(action);
    }

    private static synchronized void run() {
        Pools.close();
        for (Action action : ACTIONS) {
            try {
                action.run();
            } catch (Exception e) {
                System.err.println("[databases] left behind: " + e);
            }
        }
    }

    interface Action {
        void run() throws Exception;
    }
}
