package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Migrations on every database. */
@OnDatabases
class AccountsSchemaTest {

    @Parameter
    TestDatabase kind;

    private Database database() {
        return switch (kind) {
            case H2 -> Database.H2;
            case POSTGRES -> Database.POSTGRESQL;
            case MARIADB -> Database.MARIADB;
        };
    }

    /** The schema connections are in. */
    private String here(HikariDataSource database) {
        return switch (kind) {
            case H2 -> "PUBLIC";
            case POSTGRES -> "public";
            case MARIADB -> Sql.rows(database, "select database()").get(0);
        };
    }

    @Test
    void fromEmptyEveryTableColumnAndIndexIsAsPinned() throws IOException {
        HikariDataSource fresh = kind.freshDatabase();

        List<Migration> applied = AccountsSchema.migrate(fresh);

        assertThat(applied).isEqualTo(AccountsSchema.files(database()));
        assertThat(AccountsSchema.pending(fresh)).isEmpty();
        assertThat(Catalog.of(kind, fresh, here(fresh))).isEqualTo(pinned());
    }

    @Test
    void againThereIsNothingToDoAndThatTakesOneQuery() {
        HikariDataSource fresh = kind.freshDatabase();
        AccountsSchema.migrate(fresh);
        CountingDataSource counting = new CountingDataSource(fresh);

        assertThat(AccountsSchema.migrate(counting.dataSource())).isEmpty();

        assertThat(counting.statements()).hasSize(1);
    }

    @RepeatedTest(8)
    void twoNodesAtOnceApplyEachFileOnce() throws Exception {
        HikariDataSource fresh = kind.freshDatabase();
        fresh.getConnection().close();

        atOnce(() -> AccountsSchema.migrate(Sql.anotherNode(fresh)));

        assertThat(historyVersions(fresh)).containsExactlyInAnyOrderElementsOf(versions());
        assertThat(Catalog.of(kind, fresh, here(fresh))).isEqualTo(pinned());
    }

    @RepeatedTest(4)
    void twoNodesAtOnceMayMeetAHostsTablesAndMakeTheSchema() throws Exception {
        HikariDataSource fresh = kind.freshDatabase();
        Sql.execute(fresh, "create table users (id int)");
        String name = another(fresh);

        atOnce(() -> AccountsSchema.in(Sql.anotherNode(fresh)).inSchema(name).migrate());
        atOnce(() -> AccountsSchema.migrate(Sql.anotherNode(fresh)));

        assertThat(historyVersions(fresh)).containsExactlyInAnyOrderElementsOf(versions());
        assertThat(Catalog.of(kind, fresh, name)).isEqualTo(pinned());
    }

    private static void atOnce(Callable<?> migration) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<?> node = () -> {
                start.await(1, TimeUnit.MINUTES);
                return migration.call();
            };
            List<Future<?>> both = List.of(nodes.submit(node), nodes.submit(node));
            for (Future<?> one : both) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void aHostMayHaveUsersAndItsOwnFlywayBeforeUs() {
        HikariDataSource shared = kind.freshDatabase();
        hostFlyway(shared).load().migrate();

        AccountsSchema.migrate(shared);

        assertThat(AccountsSchema.pending(shared)).isEmpty();
        assertThat(hostFlyway(shared).load().migrate().migrationsExecuted).isZero();
        assertThat(Sql.rows(shared, "select name from users")).containsExactly("the host's");
    }

    @Test
    void aHostMayBringItsOwnFlywayAfterUs() {
        HikariDataSource shared = kind.freshDatabase();
        AccountsSchema.migrate(shared);

        hostFlyway(shared).baselineOnMigrate(true).baselineVersion("0").load().migrate();

        assertThat(AccountsSchema.migrate(shared)).isEmpty();
        assertThat(hostFlyway(shared).load().migrate().migrationsExecuted).isZero();
        assertThat(Sql.rows(shared, "select name from users")).containsExactly("the host's");
    }

    private static FluentConfiguration hostFlyway(DataSource shared) {
        return Flyway.configure().dataSource(shared).locations("classpath:host-migrations");
    }

    @Test
    void theSchemaMayBeAnother() throws IOException {
        HikariDataSource fresh = kind.freshDatabase();
        String name = another(fresh);
        AccountsSchema elsewhere = AccountsSchema.in(fresh).inSchema(name);

        assertThat(elsewhere.migrate()).hasSize(AccountsSchema.files(database()).size());

        assertThat(elsewhere.migrate()).isEmpty();
        assertThat(elsewhere.pending()).isEmpty();
        assertThat(AccountsSchema.pending(fresh)).as("nothing here").isEqualTo(AccountsSchema.files(database()));
        assertThat(Catalog.of(kind, fresh, name)).isEqualTo(pinned());
    }

    @Test
    void aNewerSchemaIsRefusedAndDoesNotMakeANodeUnhealthy() {
        HikariDataSource fresh = kind.freshDatabase();
        AccountsSchema.migrate(fresh);
        Sql.execute(
                fresh,
                "update " + history() + " set " + quoted("version") + " = '1000' where " + quoted("version")
                        + " = '1'");
        Sql.execute(fresh, copyOfNewest());

        assertThatThrownBy(() -> AccountsSchema.migrate(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1000")
                .hasMessageContaining("newer accounts4j");
        assertThat(new SchemaHealth(AccountsSchema.in(fresh)).check().ok()).isTrue();
    }

    private String copyOfNewest() {
        return "insert into " + history() + " select 99, '1', 'x', 'SQL', 'x', null, 'x', current_timestamp, 1, "
                + quoted("success") + " from " + history() + " where " + quoted("version") + " = '1000'";
    }

    @Test
    void wrongCredentialsAreATypedErrorWithoutThePassword() {
        HikariDataSource fresh = kind.freshDatabase();
        Sql.execute(fresh, "create table note (id int)");

        assertThatThrownBy(() -> AccountsSchema.migrate(Sql.as(fresh, "nobody", "canary-secret")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageStartingWith("the database cannot be read: ")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("canary-secret"));
    }

    @Test
    void toolingOfTheHostGetsTheSameTables() throws IOException {
        HikariDataSource fresh = kind.freshDatabase();

        for (Migration file : AccountsSchema.files(database())) {
            Sql.execute(fresh, statements(file));
        }

        assertThat(Catalog.of(kind, fresh, here(fresh))).isEqualTo(pinned());
    }

    private String[] statements(Migration file) {
        return kind == TestDatabase.POSTGRES
                ? new String[] {file.sql()}
                : file.sql().strip().split(";\\s*(\n|$)");
    }

    private String another(HikariDataSource database) {
        return here(database) + (kind == TestDatabase.H2 ? "_AUTH" : "_auth");
    }

    private List<String> versions() {
        return AccountsSchema.files(database()).stream()
                .map(file -> String.valueOf(file.version()))
                .toList();
    }

    private List<String> historyVersions(DataSource fresh) {
        return Sql.rows(
                fresh,
                "select " + quoted("version") + " from " + history() + " where " + quoted("version")
                        + " <> '0' order by 1");
    }

    private String history() {
        return quoted(AccountsSchema.HISTORY_TABLE);
    }

    private String quoted(String identifier) {
        return database().quoted(identifier);
    }

    private String pinned() throws IOException {
        return Pinned.of(database().name().toLowerCase(Locale.ROOT));
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
