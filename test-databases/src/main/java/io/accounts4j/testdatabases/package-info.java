/**
 * Real databases for tests, without Docker: PostgreSQL from Maven artefacts, H2 in-process, MariaDB where it is
 * installed. Entry type: {@link io.accounts4j.testdatabases.TestDatabase}; {@link io.accounts4j.testdatabases.ChildJvm}
 * starts a JVM that a test may kill.
 */
@NullMarked
package io.accounts4j.testdatabases;

import org.jspecify.annotations.NullMarked;
