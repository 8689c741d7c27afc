package io.accounts4j.schema;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.testdatabases.TestDatabase;

class AccountsSchemaOnMariaDbTest implements SchemaTests {

    @Override
    public TestDatabase kind() {
        return TestDatabase.MARIADB;
    }

    @Override
    public Database database() {
        return Database.MARIADB;
    }

    @Override
    public String here(HikariDataSource database) {
        return Sql.rows(database, "select database()").get(0);
    }
}
