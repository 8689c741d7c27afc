package io.accounts4j.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import org.junit.jupiter.api.Test;

/** MariaDB with statements that the server prepares, which its driver does not do by default. */
class ServerPreparedStatementsTest {

    @Test
    void registersAndMailsWithStatementsPreparedByTheServer() {
        HikariDataSource database = TestDatabase.MARIADB.freshDatabase();
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
