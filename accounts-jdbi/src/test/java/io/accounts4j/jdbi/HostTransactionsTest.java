package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.kernel.StoreException;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The library takes part in transactions that the host opens through Jdbi. */
@OnDatabases
class HostTransactionsTest extends OnDatabase {

    @Test
    void aTransactionOfTheSameJdbiIsJoined() {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        jdbi().useTransaction(handle -> {
            HostDatabase.insertRow(handle.getConnection());
            assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();
            store.transactions().afterCommit(() -> told.add("committed"));
            assertThat(store.transactions().isOpen()).isTrue();
            assertThat(told).as("before the commit").isEmpty();
        });

        assertThat(told).containsExactly("committed");
        assertThat(HostDatabase.has(store, "ann@example.com")).isTrue();
        assertThat(hasRow()).isTrue();
    }

    @Test
    void aRollbackOfTheHostTakesTheUserAlong() {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        jdbi().useTransaction(handle -> {
            store.transactions().afterCommit(() -> told.add("committed"));
            assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();
            handle.rollback();
        });

        assertThat(HostDatabase.has(store, "ann@example.com")).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void aHandleWithoutTransactionLendsItsConnection() {
        JdbiStore store = emptyStore();

        jdbi().useHandle(handle -> {
            assertThat(store.transactions().isOpen()).isFalse();
            assertThat(store.<Connection>withConnection(connection -> connection))
                    .isSameAs(handle.getConnection());
            store.transactions().inTransaction(() -> HostDatabase.insertRow(handle.getConnection()));
            assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();
        });

        assertThat(hasRow()).isTrue();
        assertThat(HostDatabase.has(store, "ann@example.com")).isTrue();
    }

    @Test
    void halfAChangeIsNeverCommittedByTheHost() {
        JdbiStore store = emptyStore();

        assertThatThrownBy(() -> jdbi().useTransaction(handle -> {
                    HostDatabase.insertRow(handle.getConnection());
                    assertThatThrownBy(() -> HostDatabase.failHalfway(store)).hasMessageContaining("on purpose");
                    assertThatThrownBy(() -> HostDatabase.add(store, "more@example.com"))
                            .isInstanceOf(IllegalStateException.class);
                }))
                .isInstanceOf(StoreException.class);

        assertThat(HostDatabase.has(store, "half@example.com")).isFalse();
        assertThat(hasRow()).isFalse();
    }

    @Test
    void theNextTransactionOnTheSameHandleIsFree() {
        JdbiStore store = emptyStore();

        jdbi().useHandle(handle -> {
            assertThatThrownBy(() ->
                            handle.useTransaction(doomed -> assertThatThrownBy(() -> HostDatabase.failHalfway(store))
                                    .isNotNull()))
                    .isInstanceOf(StoreException.class);
            handle.useTransaction(free ->
                    assertThat(HostDatabase.add(store, "ann@example.com")).isTrue());
        });

        assertThat(HostDatabase.has(store, "ann@example.com")).isTrue();
    }

    @Test
    void aRefusalLeavesTheHostsWorkAlone() {
        JdbiStore store = emptyStore();
        assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();

        jdbi().useTransaction(handle -> {
            assertThat(HostDatabase.add(store, "Ann@example.com")).isFalse();
            HostDatabase.insertRow(handle.getConnection());
        });

        assertThat(hasRow()).isTrue();
    }

    @Test
    void aHandleThatWasOpenedByHandIsLent() {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        try (Handle handle = jdbi().open()) {
            handle.begin();
            boolean added = store.joining(handle, () -> {
                store.transactions().afterCommit(() -> told.add("committed"));
                return HostDatabase.add(store, "ann@example.com");
            });
            assertThat(added).isTrue();
            assertThat(store.transactions().isOpen()).as("after the block").isFalse();
            assertThat(HostDatabase.has(store, "ann@example.com"))
                    .as("seen by others before the commit")
                    .isFalse();
            assertThat(told).isEmpty();
            handle.commit();
        }

        assertThat(told).containsExactly("committed");
        assertThat(HostDatabase.has(store, "ann@example.com")).isTrue();
    }

    @Test
    void aLentHandleDoesNotCommitHalfAChange() {
        JdbiStore store = emptyStore();

        try (Handle handle = jdbi().open()) {
            handle.begin();
            assertThatThrownBy(() -> store.joining(handle, () -> {
                        HostDatabase.failHalfway(store);
                        return true;
                    }))
                    .hasMessageContaining("on purpose");
            assertThatThrownBy(handle::commit).isInstanceOf(StoreException.class);
        }

        assertThat(HostDatabase.has(store, "half@example.com")).isFalse();
    }

    @Test
    void onlyATransactionOfTheSameJdbiCanBeLent() {
        JdbiStore store = emptyStore();

        try (Handle handle = jdbi().open()) {
            assertThatThrownBy(() -> store.joining(handle, () -> true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("handle.begin()");
        }
        try (Handle other = Jdbi.create(pool()).open()) {
            other.begin();
            assertThatThrownBy(() -> store.joining(other, () -> true)).isInstanceOf(IllegalArgumentException.class);
            other.rollback();
        }
    }

    @Test
    void theConnectionGivenOutIsThatOfTheTransaction() throws SQLException {
        JdbiStore store = emptyStore();

        assertThatThrownBy(() -> store.transactions().inTransaction(() -> {
                    store.withConnection(HostDatabase::insertRow);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(hasRow()).isFalse();
    }
}
