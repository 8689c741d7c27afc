package io.accounts4j.testdatabases;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What this JVM has tested on. */
final class UsedDatabases {

    private static final Set<String> USED = new ConcurrentSkipListSet<>();

    private UsedDatabases() {}

    static void add(String description) {
        USED.add(description);
    }

    /** The line for the build's output, empty when no database was used. */
    static String line() {
        return USED.isEmpty() ? "" : "[databases] " + String.join(", ", USED);
    }
}
