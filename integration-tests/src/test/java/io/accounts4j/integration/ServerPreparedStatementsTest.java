package io.accounts4j.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** MariaDB with statements that the server prepares, which its driver does not do by default. */
@OnDatabases(TestDatabase.MARIADB)
class ServerPreparedStatementsTest {

    @Parameter
    TestDatabase mariaDb;

    @Test
    void registersAndMailsWithStatementsPreparedByTheServer() {
        HikariDataSource database = mariaDb.freshDatabase();
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(database.getJdbcUrl());
        settings.setUsername(database.getUsername());
        settings.setPassword(database.getPassword());
        settings.addDataSourceProperty("useServerPrepStmts", "true");

        try (HikariDataSource prepared = new HikariDataSource(settings)) {
            Round.over(prepared);
        }
    }
}
