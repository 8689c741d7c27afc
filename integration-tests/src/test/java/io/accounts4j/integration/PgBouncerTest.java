package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import org.junit.jupiter.api.Test;

/** The whole library behind PgBouncer in transaction mode: each transaction may be on another connection to the server. */
class PgBouncerTest {

    private final HikariDataSource database = TestDatabase.POSTGRES.freshDatabase();

    @Test
    void registersAndMailsInTransactionModeWithoutPreparedStatements() throws Exception {
        try (PgBouncer bouncer = PgBouncer.before(database);
                HikariDataSource pool = bouncer.pool(database, "prepareThreshold=0")) {
            Round.over(pool);
        }
    }

    @Test
    void namesTheSettingWherePreparedStatementsGetLost() throws Exception {
        try (PgBouncer bouncer = PgBouncer.before(database)) {
            bouncer.prepareOnEveryServerConnection(database);

            assertThatThrownBy(() -> AccountsSchema.migrate(bouncer.preparing(database)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("add prepareThreshold=0 to the JDBC URL");
        }
    }

    @Test
    void aRollbackTakesUserAndMailWithIt() throws Exception {
        try (PgBouncer bouncer = PgBouncer.before(database);
                HikariDataSource pool = bouncer.pool(database, "prepareThreshold=0")) {
            AccountsSchema.migrate(pool);
            House house = House.over(pool, new RecordingMailer());

            assertThatThrownBy(() -> house.store().transactions().inTransaction(() -> {
                        User ann = new Fixtures(house.accounts()).user();
                        throw new IllegalStateException(ann.id().toString());
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(new Rows(pool).all()).isEqualTo(Rows.Registered.NOT);
        }
    }
}
