package io.accounts4j.testdatabases;

import com.zaxxer.hikari.HikariDataSource;

/** A running server (or H2) that gives out empty databases. */
interface DatabaseServer {

    HikariDataSource freshDatabase();
}
