package io.accounts4j.testdatabases;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables that change how the tests find their databases. */
final class Environment {

    static final String REQUIRE_DATABASES = "ACCOUNTS_REQUIRE_DATABASES";
    static final String IGNORE_INSTALLED = "ACCOUNTS_TEST_IGNORE_INSTALLED";
    static final String LEAVE_OUT = "ACCOUNTS_TEST_LEAVE_OUT";

    private Environment() {}

    /** Returns whether an unavailable database is a failure. */
    static boolean requiresDatabases() {
        return Boolean.parseBoolean(System.getenv(REQUIRE_DATABASES));
    }

    /** Returns whether servers that are installed on this machine must not be used. */
    static boolean ignoresInstalled() {
        return Boolean.parseBoolean(System.getenv(IGNORE_INSTALLED));
    }

    /** Returns whether {@code database} is in the list of databases that are left out. */
    static boolean leavesOut(TestDatabase database) {
        @Nullable String list = System.getenv(LEAVE_OUT);
        return list != null
                && Stream.of(list.split(","))
                        .anyMatch(name -> name.strip().toUpperCase(Locale.ROOT).equals(database.name()));
    }
}
