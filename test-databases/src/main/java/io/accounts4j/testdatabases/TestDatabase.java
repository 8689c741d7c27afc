package io.accounts4j.testdatabases;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/**
 * The databases of the adapters' tests. Each server starts at its first use, once per JVM, and stops at the end of the JVM.
 * Thread-safe.
 *
 * <table>
 * <caption>The servers, in order of preference</caption>
 * <tr><td>{@code H2}</td><td>in this process, in memory</td></tr>
 * <tr><td>{@code POSTGRES}</td><td>{@code ACCOUNTS_TEST_POSTGRES_URL}, else PostgreSQL 18 from Maven artefacts</td></tr>
 * <tr><td>{@code MARIADB}</td><td>{@code ACCOUNTS_TEST_MARIADB_URL}, else a {@code mariadbd} found on this machine (not
 * with {@code ACCOUNTS_TEST_IGNORE_INSTALLED=true}), else MariaDB 11.4 from Maven artefacts on x86-64 Linux, else the test
 * is skipped, or fails if {@code ACCOUNTS_REQUIRE_DATABASES=true}</td></tr>
 * </table>
 *
 * <p>{@code ACCOUNTS_TEST_LEAVE_OUT}, a list of these names separated by commas, makes databases unavailable. Test classes take their databases from {@link OnDatabases}.
 *
 * <p>The variables hold JDBC URLs with user and password as parameters; that user must be allowed to create databases.
 */
public enum TestDatabase {
    /** H2 in its own mode, in memory. */
    H2,
    /** PostgreSQL. */
    POSTGRES,
    /** MariaDB. */
    MARIADB;

    private static final Servers SERVERS = new Servers();

    /**
     * Creates an empty database and returns a pool of at most 40 connections as its owner, which opens none before the first
     * use. The pool's URL, user and password serve other JVMs as well. Closed and dropped at the end of the JVM.
     */
    public HikariDataSource freshDatabase() {
        return SERVERS.of(this).freshDatabase();
    }

    /** An empty H2 database on disk in {@code directory}, which other processes can open after this JVM has ended. */
    public static HikariDataSource h2File(Path directory) {
        UsedDatabases.add(H2Server.DESCRIPTION);
        return Pools.open("jdbc:h2:file:" + directory.toAbsolutePath().resolve("database"), "sa", "");
    }
}
