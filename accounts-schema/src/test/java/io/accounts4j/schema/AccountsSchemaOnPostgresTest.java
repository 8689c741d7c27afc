package io.accounts4j.schema;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testdatabases.TestDatabase;

class AccountsSchemaOnPostgresTest implements SchemaTests {

    @Override
    public TestDatabase kind() {
        return TestDatabase.POSTGRES;
    }

    @Override
    public Database database() {
        return Database.POSTGRESQL;
    }

    @Override
    public String here(HikariDataSource database) {
        return "public";
    }
}
