package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.contract.HealthCheckContract;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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

    @Test
    void aPendingFileIsAFailureThatSaysHowMany() {
        HikariDataSource database = TestDatabase.H2.freshDatabase();
        AccountsSchema.migrate(database);
        HealthCheck check = new SchemaHealth(AccountsSchema.in(database));
        assertThat(check.check().ok()).isTrue();

        Sql.execute(database, "delete from \"accounts_schema_history\" where \"version\" = '6'");

        assertThat(check.check().ok()).isFalse();
        assertThat(check.check().detail()).isEqualTo("1 pending");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAnAnswerWithinSeconds() {
        CountDownLatch never = new CountDownLatch(1);
        HikariDataSource database = TestDatabase.H2.freshDatabase();
        AccountsSchema.migrate(database);
        CountingDataSource silent = new CountingDataSource(database, sql -> await(never));
        HealthCheck check = new SchemaHealth(AccountsSchema.in(silent.dataSource()));

        assertThat(check.check().detail()).isEqualTo("no answer from the database");
        assertThat(check.check().ok()).as("while the first look still waits").isFalse();
        assertThat(silent.statements()).as("looks under way").hasSize(1);
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
