package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.testdatabases.TestDatabase;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PrivilegesTest {

    private static final String TRIGRAM_INDEXES =
            "select indexname from pg_indexes where indexname = 'accounts_users_search_trgm_idx'";

    private final String role = "role_" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void aRoleThatMayNotCreateExtensionsGetsEverythingButTheTrigramIndex() {
        HikariDataSource administrator = TestDatabase.POSTGRES.freshDatabase();
        DataSource limited = limited(administrator);

        AccountsSchema.migrate(limited);

        assertThat(AccountsSchema.pending(limited)).isEmpty();
        assertThat(Sql.rows(administrator, TRIGRAM_INDEXES)).isEmpty();
    }

    @Test
    void itGetsTheTrigramIndexWhereTheExtensionIsThereInWhateverSchema() {
        HikariDataSource administrator = TestDatabase.POSTGRES.freshDatabase();
        DataSource limited = limited(administrator);
        Sql.execute(
                administrator,
                "create schema \"Ext\"",
                "create extension pg_trgm schema \"Ext\"",
                "grant usage on schema \"Ext\" to " + role);

        AccountsSchema.migrate(limited);

        assertThat(Sql.rows(administrator, TRIGRAM_INDEXES)).hasSize(1);
    }

    /** The statements are those of docs/schema.md. */
    @Test
    void theApplicationNeedsNoRightToChangeTables() {
        HikariDataSource owner = TestDatabase.POSTGRES.freshDatabase();
        AccountsSchema.migrate(owner);
        Sql.execute(
                owner,
                "create role " + role + " login password 'limited'",
                "grant usage on schema public to " + role,
                "grant select, insert, update, delete on accounts_users, accounts_tokens, accounts_sessions, accounts_events,"
                        + " accounts_jobs, accounts_job_nodes, accounts_job_queues, accounts_job_crons to " + role,
                "grant select on accounts_schema_history to " + role);
        DataSource application = Sql.as(owner, role, "limited");

        assertThat(AccountsSchema.migrate(application)).isEmpty();
        Sql.execute(application, "insert into accounts_events (type, at) values ('host.started', now())");
        Sql.execute(application, "insert into accounts_jobs (kind) values ('host.report')");

        assertThat(Sql.rows(application, "select id, state from accounts_jobs")).containsExactly("1 available");
        assertThatThrownBy(() -> Sql.execute(application, "drop table accounts_jobs"))
                .hasMessageContaining("must be owner");
    }

    private DataSource limited(HikariDataSource administrator) {
        Sql.execute(
                administrator,
                "create role " + role + " login password 'limited'",
                "grant usage, create on schema public to " + role);
        return Sql.as(administrator, role, "limited");
    }

    @Test
    void whatFailedOnMariaDbIsAppliedOnceItsCauseIsGone() {
        HikariDataSource administrator = TestDatabase.MARIADB.freshDatabase();
        String database = Sql.rows(administrator, "select database()").get(0);
        Sql.execute(
                administrator,
                "create user " + role + " identified by 'limited'",
                "grant all on " + database + ".accounts_schema_history to " + role,
                "grant all on " + database + ".accounts_users to " + role);
        DataSource limited = Sql.as(administrator, role, "limited");

        assertThatThrownBy(() -> AccountsSchema.migrate(limited))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("CREATE command denied");
        List<Migration> afterUsers = filesFrom(Database.MARIADB, 2);
        assertThat(AccountsSchema.pending(limited)).isEqualTo(afterUsers);

        Sql.execute(administrator, "grant all on " + database + ".* to " + role);

        assertThat(AccountsSchema.migrate(limited)).isEqualTo(afterUsers);
        assertThat(AccountsSchema.pending(limited)).isEmpty();
    }

    @Test
    void whatFailedOnH2IsAppliedOnceItsCauseIsGone() {
        HikariDataSource fresh = TestDatabase.H2.freshDatabase();
        Sql.execute(fresh, "create view accounts_events as select 1 as id");

        assertThatThrownBy(() -> AccountsSchema.migrate(fresh)).isInstanceOf(StoreException.class);

        Sql.execute(fresh, "drop view accounts_events");
        assertThat(AccountsSchema.migrate(fresh)).isEqualTo(filesFrom(Database.H2, 4));
        assertThat(AccountsSchema.pending(fresh)).isEmpty();
    }

    private static List<Migration> filesFrom(Database database, int version) {
        return AccountsSchema.files(database).stream()
                .filter(file -> file.version() >= version)
                .toList();
    }
}
