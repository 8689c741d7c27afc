package io.accounts4j.testdatabases;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What this JVM has tested on. */
final class UsedDatabases {

    private static final Set<String> USED = new ConcurrentSkipListSet<>();
    private static String printed = "";

    private UsedDatabases() {}

    static void add(String description) {
        USED.add(description);
    }

    /** The line for the build's output, empty when no database was used. */
    static String line() {
        return USED.isEmpty() ? "" : "[databases] " + String.join(", ", USED);
    }

    /** Prints the line if it is another one than was printed before: a JVM may run many test plans, of a class each. */
    static synchronized void print() {
        if (!line().equals(printed)) {
            printed = line();
            System.out.println(printed);
        }
    }
}
