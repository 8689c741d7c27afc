package io.accounts4j.testdatabases;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The variables that change how the tests find their databases. */
final class Environment {

    static final String REQUIRE_DATABASES = "ACCOUNTS_REQUIRE_DATABASES";
    static final String IGNORE_INSTALLED = "ACCOUNTS_TEST_IGNORE_INSTALLED";
    static final String LEAVE_OUT = "ACCOUNTS_TEST_LEAVE_OUT";
    static final String ONLY = "ACCOUNTS_TEST_ONLY";

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
        return databases(LEAVE_OUT).contains(database);
    }

    /** Returns whether classes with {@link OnDatabases} run on {@code database}. */
    static boolean includes(TestDatabase database) {
        Set<TestDatabase> only = databases(ONLY);
        return only.isEmpty() || only.contains(database);
    }

    private static Set<TestDatabase> databases(String variable) {
        @Nullable String list = System.getenv(variable);
        return list == null
                ? Set.of()
                : Stream.of(list.split(","))
                        .map(name -> database(variable, name))
                        .collect(Collectors.toSet());
    }

    private static TestDatabase database(String variable, String name) {
        return Stream.of(TestDatabase.values())
                .filter(database -> database.name().equalsIgnoreCase(name.strip()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(variable + " must be a list of "
                        + Arrays.toString(TestDatabase.values()) + " separated by commas, got \"" + name + "\""));
    }
}
