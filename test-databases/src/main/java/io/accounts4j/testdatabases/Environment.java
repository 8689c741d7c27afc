package io.accounts4j.testdatabases;

/** What the environment says about the tests. */
final class Environment {

    static final String REQUIRE_DATABASES = "ACCOUNTS_REQUIRE_DATABASES";

    private Environment() {}

    /** Whether a database that cannot be had is a failure. */
    static boolean requiresDatabases() {
        return Boolean.parseBoolean(System.getenv(REQUIRE_DATABASES));
    }
}
