package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.testkit.contract.TransactionsContract;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** The library takes part in transactions that Spring manages. */
interface SpringHost extends HostDatabase, TransactionsContract {

    @Override
    default JdbiStore emptyStore() {
        return JdbiStore.over(Jdbi.create(new TransactionAwareDataSourceProxy(pool())))
                .managedBy(new SpringTransactions(manager()));
    }

    default DataSourceTransactionManager manager() {
        return new DataSourceTransactionManager(pool());
    }

    @Test
    default void aTransactionOfSpringIsJoined() {
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
    default void aRollbackOfSpringTakesTheUserAlong() {
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
    default void aRefusalLeavesTheOtherWorkOfSpringsTransactionAlone() {
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
    default void halfAChangeIsNeverCommittedBySpring() {
        JdbiStore store = emptyStore();

        assertThatThrownBy(() -> new TransactionTemplate(manager())
                        .executeWithoutResult(status -> assertThatThrownBy(() -> HostDatabase.failHalfway(store))
                                .hasMessageContaining("on purpose")))
                .isInstanceOf(UnexpectedRollbackException.class);

        assertThat(HostDatabase.has(store, "half@example.com")).isFalse();
    }

    @Test
    default void aTransactionOfSpringThatNobodyToldTheStoreOfIsRefused() {
        JdbiStore untold = JdbiStore.over(Jdbi.create(new TransactionAwareDataSourceProxy(pool())));

        new TransactionTemplate(manager())
                .executeWithoutResult(status -> assertThatThrownBy(() -> HostDatabase.add(untold, "ann@example.com"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("managedBy"));
    }
}
