package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.TransactionsContract;
import io.accounts4j.user.Email;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** The library takes part in transactions that Spring manages. */
@OnDatabases
class SpringHostTest extends OnDatabase implements TransactionsContract {

    @Override
    public JdbiStore emptyStore() {
        return JdbiStore.over(Jdbi.create(new TransactionAwareDataSourceProxy(pool())))
                .managedBy(new SpringTransactions(manager()));
    }

    private DataSourceTransactionManager manager() {
        return new DataSourceTransactionManager(pool());
    }

    @Test
    void aTransactionOfSpringIsJoined() {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        new TransactionTemplate(manager()).executeWithoutResult(status -> {
            new JdbcTemplate(pool()).update("insert into host_rows values (1)");
            store.transactions().inTransaction(() -> HostDatabase.add(store, "ann@example.com"));
            assertThat(HostDatabase.add(store, "bob@example.com")).isTrue();
            store.transactions().afterCommit(() -> told.add("committed"));
            assertThat(store.transactions().isOpen()).isTrue();
            assertThat(told).isEmpty();
        });

        assertThat(told).containsExactly("committed");
        assertThat(hasRow()).isTrue();
        assertThat(HostDatabase.has(store, "ann@example.com")).isTrue();
        assertThat(HostDatabase.has(store, "bob@example.com")).isTrue();
    }

    @Test
    void aRollbackOfSpringTakesTheUserAlong() {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        new TransactionTemplate(manager()).executeWithoutResult(status -> {
            assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();
            store.transactions().afterCommit(() -> told.add("committed"));
            status.setRollbackOnly();
        });

        assertThat(told).isEmpty();
        assertThat(HostDatabase.has(store, "ann@example.com")).isFalse();
    }

    @Test
    void aRefusalLeavesTheOtherWorkOfSpringsTransactionAlone() {
        JdbiStore store = emptyStore();
        assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();

        new TransactionTemplate(manager()).executeWithoutResult(status -> {
            boolean added = store.transactions().inTransaction(() -> HostDatabase.add(store, "ANN@example.com"));
            assertThat(added).isFalse();
            new JdbcTemplate(pool()).update("insert into host_rows values (1)");
        });

        assertThat(hasRow()).isTrue();
    }

    @Test
    void halfAChangeIsNeverCommittedBySpring() {
        JdbiStore store = emptyStore();

        assertThatThrownBy(() -> new TransactionTemplate(manager())
                        .executeWithoutResult(status -> assertThatThrownBy(() -> HostDatabase.failHalfway(store))
                                .hasMessageContaining("on purpose")))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(HostDatabase.has(store, "half@example.com")).isFalse();
    }

    @Test
    void aTransactionOfSpringThatNobodyToldTheStoreOfIsRefused() {
        JdbiStore untold = JdbiStore.over(Jdbi.create(new TransactionAwareDataSourceProxy(pool())));

        new TransactionTemplate(manager())
                .executeWithoutResult(status -> assertThatThrownBy(() -> HostDatabase.add(untold, "ann@example.com"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("managedBy"));
    }

    @Test
    void aStoreOutsideOfSpringsTransactionIsRefusedInIt() {
        JdbiStore apart = JdbiStore.over(Jdbi.create(pool()));
        List<Runnable> ways = List.of(
                () -> HostDatabase.add(apart, "ann@example.com"),
                () -> apart.transactions().inTransaction(() -> HostDatabase.add(apart, "ann@example.com")),
                () -> apart.users().findByEmail(new Email("ann@example.com")),
                () -> apart.withConnection(HostDatabase::insertRow));

        new TransactionTemplate(manager())
                .executeWithoutResult(status -> ways.forEach(way -> assertThatThrownBy(way::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("TransactionAwareDataSourceProxy")
                        .hasMessageContaining("managedBy")
                        .hasMessageContaining("NOT_SUPPORTED")));

        assertThat(hasRow()).isFalse();
        assertThat(HostDatabase.has(apart, "ann@example.com")).isFalse();
        assertThat(HostDatabase.add(apart, "ann@example.com")).as("afterwards").isTrue();
    }

    @Test
    void aStoreOutsideOfSpringsTransactionWorksWhereThatIsMeant() {
        JdbiStore apart = JdbiStore.over(Jdbi.create(pool()));
        TransactionTemplate suspended = new TransactionTemplate(manager());
        suspended.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);

        new TransactionTemplate(manager()).executeWithoutResult(status -> {
            suspended.executeWithoutResult(none ->
                    assertThat(HostDatabase.add(apart, "ann@example.com")).isTrue());
            Connection springs = DataSourceUtils.getConnection(pool());
            assertThat(apart.joining(springs, () -> HostDatabase.add(apart, "bob@example.com"))
                            .result())
                    .isTrue();
            status.setRollbackOnly();
        });

        assertThat(HostDatabase.has(apart, "ann@example.com")).isTrue();
        assertThat(HostDatabase.has(apart, "bob@example.com")).isFalse();
    }

    @Test
    void managedByWithoutTheProxyNamesTheProxy() {
        JdbiStore store = JdbiStore.over(Jdbi.create(pool())).managedBy(new SpringTransactions(manager()));

        assertThatThrownBy(() -> store.transactions().inTransaction(() -> HostDatabase.add(store, "ann@example.com")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("new TransactionAwareDataSourceProxy(dataSource)")
                .hasMessageNotContaining("JdbiStore.managedBy(");

        assertThat(HostDatabase.has(store, "ann@example.com")).isFalse();
    }
}
