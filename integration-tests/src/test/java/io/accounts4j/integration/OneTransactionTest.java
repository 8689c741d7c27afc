package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.Accounts;
import io.accounts4j.AccountsBuilder;
import io.accounts4j.integration.Rows.Registered;
import io.accounts4j.jdbi.JdbiStore;
import io.accounts4j.jobs.CurrentConnection;
import io.accounts4j.jobs.JdbcJobQueue;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** User, event and job are stored together or not at all, whoever owns the transaction. */
@OnDatabases
class OneTransactionTest {

    @Parameter
    TestDatabase kind;

    private DataSource dataSource;
    private Rows rows;

    @BeforeEach
    void migrate() {
        dataSource = migrated();
        rows = new Rows(dataSource);
    }

    private DataSource migrated() {
        DataSource fresh = kind.freshDatabase();
        AccountsSchema.migrate(fresh);
        return fresh;
    }

    private House house() {
        return House.over(dataSource, new RecordingMailer());
    }

    private long liveJobs(DataSource where) {
        return new Rows(where)
                .count("select count(*) from accounts_jobs where state in ('available', 'scheduled', 'retryable')");
    }

    private AccountsBuilder builder(JdbcJobQueue jobs) {
        return Accounts.builder()
                .store(JdbiStore.over(Jdbi.create(dataSource)))
                .jobs(jobs)
                .mailer(new RecordingMailer())
                .publicUrl(URI.create("https://app.example.org"));
    }

    @Test
    void the_probe_accepts_a_queue_on_the_stores_own_connection_and_leaves_nothing() {
        var unused = house();
        assertThat(rows.count("select count(*) from accounts_jobs")).isZero();
    }

    @Test
    void buildingWithoutTablesNamesTheMigration() {
        JdbiStore empty = JdbiStore.over(Jdbi.create(kind.freshDatabase()));
        AccountsBuilder builder =
                builder(JdbcJobQueue.on(empty::withConnection)).store(empty);

        assertThatThrownBy(builder::build)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("call AccountsSchema.migrate(dataSource)");
    }

    @Test
    void the_probe_refuses_a_queue_on_another_connection_of_the_same_database() {
        AccountsBuilder wrong = builder(JdbcJobQueue.on(CurrentConnection.from(dataSource)));
        assertThatThrownBy(wrong::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JdbcJobQueue.on(store::withConnection)");
        assertThat(liveJobs(dataSource)).isZero();
    }

    @Test
    void the_probe_refuses_a_queue_on_another_database() {
        DataSource other = migrated();
        AccountsBuilder wrong = builder(JdbcJobQueue.on(CurrentConnection.from(other)));
        assertThatThrownBy(wrong::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JdbcJobQueue.on(store::withConnection)");
        assertThat(liveJobs(other)).isZero();
    }

    @Test
    void a_registration_stores_one_user_one_event_and_one_job() {
        assertThat(house().accounts().registration().register(Fixtures.newUser()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(rows.all()).isEqualTo(Registered.ONCE);
    }

    @Test
    void a_registration_that_is_rolled_back_leaves_no_user_no_event_and_no_job() {
        House house = house();
        PreparedRegistration prepared = house.accounts().registration().prepare(Fixtures.newUser());
        assertThatThrownBy(() -> house.store().transactions().inTransaction(() -> {
                    assertThat(house.accounts().registration().register(prepared))
                            .isInstanceOf(Outcome.Done.class);
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");
        assertThat(rows.all()).isEqualTo(Registered.NOT);
        assertThat(house.accounts().registration().register(prepared)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_registration_takes_part_in_the_hosts_own_jdbi_transaction() {
        House house = house();
        PreparedRegistration prepared = house.accounts().registration().prepare(Fixtures.newUser());
        house.jdbi().useTransaction(handle -> {
            assertThat(house.accounts().registration().register(prepared)).isInstanceOf(Outcome.Done.class);
            handle.rollback();
        });
        assertThat(rows.all()).isEqualTo(Registered.NOT);
        house.jdbi().useTransaction(handle -> {
            assertThat(house.accounts().registration().register(prepared)).isInstanceOf(Outcome.Done.class);
            assertThat(rows.all()).as("before the commit").isEqualTo(Registered.NOT);
        });
        assertThat(rows.all()).isEqualTo(Registered.ONCE);
    }

    @Test
    void a_registration_takes_part_in_the_hosts_own_jdbc_transaction() throws SQLException {
        House house = house();
        PreparedRegistration prepared = house.accounts().registration().prepare(Fixtures.newUser());
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var first = house.store()
                    .joining(connection, () -> house.accounts().registration().register(prepared));
            assertThat(first.result()).isInstanceOf(Outcome.Done.class);
            connection.rollback();
            assertThat(rows.all()).isEqualTo(Registered.NOT);
            var second = house.store()
                    .joining(connection, () -> house.accounts().registration().register(prepared));
            connection.commit();
            second.committed();
        }
        assertThat(rows.all()).isEqualTo(Registered.ONCE);
    }

    @Test
    void a_refused_registration_leaves_the_hosts_transaction_whole() {
        House house = house();
        PreparedRegistration ann = house.accounts().registration().prepare(Fixtures.newUser("ann@example.com"));
        assertThat(house.accounts().registration().register(ann)).isInstanceOf(Outcome.Done.class);
        PreparedRegistration again = house.accounts().registration().prepare(Fixtures.newUser("ANN@example.com"));
        PreparedRegistration bob = house.accounts().registration().prepare(Fixtures.newUser("bob@example.com"));
        house.store().transactions().inTransaction(() -> {
            assertThat(house.accounts().registration().register(again)).isInstanceOf(Outcome.Refused.class);
            return house.accounts().registration().register(bob);
        });
        assertThat(rows.all()).isEqualTo(new Registered(2, 2, 2));
    }
}
