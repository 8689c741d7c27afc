package io.accounts4j.schema;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testdatabases.TestDatabase;

class AccountsSchemaOnH2Test implements SchemaTests {

    @Override
    public TestDatabase kind() {
        return TestDatabase.H2;
    }

    @Override
    public Database database() {
        return Database.H2;
    }

    @Override
    public String here(HikariDataSource database) {
        return "PUBLIC";
    }
}
