/**
 * Real databases for tests, without Docker: PostgreSQL and MariaDB from Maven artefacts, H2 in-process. Entry type: {@link io.accounts4j.testdatabases.TestDatabase};
 * {@link io.accounts4j.testdatabases.OnDatabases} runs a test class on each; {@link io.accounts4j.testdatabases.ChildJvm} starts a JVM that
 * a test may kill.
 */
@NullMarked
package io.accounts4j.testdatabases;

import org.jspecify.annotations.NullMarked;
