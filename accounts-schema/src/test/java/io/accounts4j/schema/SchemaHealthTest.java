package io.accounts4j.schema;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.HealthCheckContract;

class SchemaHealthTest implements HealthCheckContract {

    @Override
    public HealthCheck working() {
        HikariDataSource migrated = TestDatabase.H2.freshDatabase();
        AccountsSchema.migrate(migrated);
        return new SchemaHealth(AccountsSchema.in(migrated));
    }

    @Override
    public HealthCheck broken() {
        HikariDataSource closed = TestDatabase.H2.freshDatabase();
        closed.close();
        return new SchemaHealth(AccountsSchema.in(closed));
    }
}
