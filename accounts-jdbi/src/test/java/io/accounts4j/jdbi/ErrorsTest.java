package io.accounts4j.jdbi;

import static io.accounts4j.token.TokenPurpose.CONFIRMATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.jdbc.Database;
import io.accounts4j.kernel.StoreException;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository.Change;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The exceptions of a store that the database refuses. */
@OnDatabases
class ErrorsTest extends OnDatabase {

    @Test
    void noErrorTellsWhomItIsAbout() {
        JdbiStore store = emptyStore();
        Databases.execute(
                pool(), "alter table accounts_users add constraint host_rule check (email <> 'canary@example.com')");
        try {
            StoreException refused =
                    catchThrowableOfType(StoreException.class, () -> HostDatabase.add(store, "canary@example.com"));

            assertThat(printed(refused))
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContainIgnoringCase("insert into")
                    .contains("SQLState", "JdbiUserRepository.add");
            assertThat(refused.retryable()).isFalse();
            assertThat(refused.getCause()).isInstanceOf(SQLException.class);
        } finally {
            Databases.execute(pool(), "alter table accounts_users drop constraint host_rule");
        }
    }

    @Test
    void missingTablesAndColumnsNameTheMigration() {
        JdbiStore store = emptyStore();
        StoreException nowhere = catchThrowableOfType(
                StoreException.class, () -> HostDatabase.has(store.inSchema("nowhere"), "ann@example.com"));
        Databases.execute(pool(), "alter table accounts_tokens rename column job_id to job_of_old");
        try {
            StoreException older = catchThrowableOfType(
                    StoreException.class,
                    () -> store.tokens().findByUser(UserId.next(HostDatabase.NOW), CONFIRMATION, HostDatabase.NOW));

            assertThat(nowhere).hasMessageContaining("call AccountsSchema.migrate(dataSource)");
            assertThat(older).hasMessageContaining("call AccountsSchema.migrate(dataSource)");
        } finally {
            Databases.execute(pool(), "alter table accounts_tokens rename column job_of_old to job_id");
        }
    }

    @Test
    void aReadOnlyTransactionNamesTheWayToWrite() throws SQLException {
        JdbiStore store = emptyStore();
        boolean heedsReadOnly = jdbi().withHandle(handle -> Database.of(handle.getConnection()) != Database.H2);

        Throwable refused = catchThrowable(() -> jdbi().useHandle(handle -> {
            handle.setReadOnly(true);
            try {
                handle.useTransaction(begun -> HostDatabase.add(store, "ann@example.com"));
            } finally {
                handle.setReadOnly(false);
            }
        }));

        if (heedsReadOnly) {
            assertThat(refused)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("read-only")
                    .hasMessageContaining("readOnly = true");
        } else {
            assertThat(refused).isNull();
        }
    }

    @Test
    void aDeadlockMayBeTriedAgain() throws Exception {
        JdbiStore store = emptyStore();
        User ann = HostDatabase.user("ann@example.com");
        User bob = HostDatabase.user("bob@example.com");
        HostDatabase.add(store, ann);
        HostDatabase.add(store, bob);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        // Both must wait at once, and the common pool may have a single thread.
        Executor threads = task -> new Thread(task).start();

        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> lockBoth(store, ann.id(), bob.id(), bothHoldOne), threads);
        CompletableFuture<Boolean> second =
                CompletableFuture.supplyAsync(() -> lockBoth(store, bob.id(), ann.id(), bothHoldOne), threads);

        assertThat(List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES)))
                .as("whether each got both locks")
                .contains(false);
    }

    private static boolean lockBoth(JdbiStore store, UserId one, UserId other, CyclicBarrier bothHoldOne) {
        try {
            return store.transactions().inTransaction(() -> {
                assertThat(store.users().lock(one)).isPresent();
                await(bothHoldOne);
                return store.users().lock(other).isPresent();
            });
        } catch (StoreException e) {
            assertThat(e.retryable()).as(e.getMessage()).isTrue();
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPoolThatIsClosedMayBeAskedAgain() {
        JdbiStore store = emptyStore();
        HikariConfig config = new HikariConfig();
        config.setDataSource(pool());
        HikariDataSource closed = new HikariDataSource(config);
        JdbiStore over = JdbiStore.over(Jdbi.create(closed));
        closed.close();

        Stream.<Runnable>of(
                        () -> HostDatabase.add(over, "ann@example.com"),
                        () -> over.transactions().inTransaction(() -> store))
                .map(work -> catchThrowableOfType(StoreException.class, work::run))
                .forEach(refused ->
                        assertThat(refused.retryable()).as(refused.getMessage()).isTrue());
    }

    @Test
    void aUserWhomTheHostRefersToStays() {
        JdbiStore store = emptyStore();
        User ann = HostDatabase.user("ann@example.com");
        HostDatabase.add(store, ann);
        Databases.execute(pool(), "insert into host_orders select id from accounts_users");

        Change change = store.transactions().inTransaction(() -> {
            Change refused = store.users().delete(ann.id());
            store.withConnection(HostDatabase::insertRow);
            return refused;
        });

        assertThat(change).isEqualTo(Change.REFUSED);
        assertThat(store.users().delete(ann.id())).as("outside a transaction").isEqualTo(Change.REFUSED);
        assertThat(store.users().findById(ann.id())).contains(ann);
        assertThat(hasRow()).as("the other work committed").isTrue();
    }

    @Test
    void aPoolThatTurnsAutoCommitOffIsRefusedOrManaged() {
        JdbiStore store = emptyStore();
        Jdbi off = Jdbi.create(() -> {
            var connection = pool().getConnection();
            connection.setAutoCommit(false);
            return connection;
        });

        assertThat(catchThrowableOfType(
                        IllegalStateException.class, () -> HostDatabase.add(JdbiStore.over(off), "ann@example.com")))
                .hasMessageContaining("LocalTransactionHandler.managed()");

        off.setTransactionHandler(org.jdbi.v3.core.transaction.LocalTransactionHandler.managed());
        assertThat(HostDatabase.add(JdbiStore.over(off), "ann@example.com")).isTrue();
        assertThat(HostDatabase.has(store, "ann@example.com")).as("committed").isTrue();
    }

    private static String printed(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        Stream.iterate(e, cause -> cause != null, Throwable::getCause).forEach(cause -> text.append(cause.toString()));
        return text.toString();
    }
}
