package io.accounts4j.testdatabases;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The databases used in this JVM. */
final class UsedDatabases {

    private static final Set<String> USED = new ConcurrentSkipListSet<>();
    private static String printed = "";

    private UsedDatabases() {}

    static void add(String description) {
        USED.add(description);
    }

    /** The line for the build's output; empty if no database was used. */
    static String line() {
        return USED.isEmpty() ? "" : "[databases] " + String.join(", ", USED);
    }

    /** Prints the line if it has changed since the last call, because a JVM may run many test plans. */
    static synchronized void print() {
        if (!line().equals(printed)) {
            printed = line();
            System.out.println(printed);
        }
    }
}
