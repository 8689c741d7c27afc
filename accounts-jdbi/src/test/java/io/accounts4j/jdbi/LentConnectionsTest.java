package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.jdbc.JoinedTransaction;
import io.accounts4j.testdatabases.OnDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library takes part in a transaction on a plain connection that the host lends. */
@OnDatabases
class LentConnectionsTest extends OnDatabase {

    @Test
    void theHostCommitsAndSaysSo() throws SQLException {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            HostDatabase.insertRow(connection);
            JoinedTransaction<Boolean> joined = store.joining(connection, () -> {
                store.transactions().afterCommit(() -> told.add("committed"));
                return HostDatabase.add(store, "ann@example.com");
            });
            assertThat(joined.result()).isTrue();
            assertThat(joined.isRollbackOnly()).isFalse();
            assertThat(HostDatabase.has(store, "ann@example.com"))
                    .as("seen by others before the commit")
                    .isFalse();
            connection.commit();
            assertThat(told).as("before the host says so").isEmpty();
            joined.committed();
            joined.committed();
            connection.setAutoCommit(true);
        }

        assertThat(told).containsExactly("committed");
        assertThat(HostDatabase.has(store, "ann@example.com")).isTrue();
        assertThat(hasRow()).isTrue();
    }

    @Test
    void aRollbackTakesTheUserAlongAndTellsNobody() throws SQLException {
        JdbiStore store = emptyStore();
        List<String> told = new ArrayList<>();

        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            JoinedTransaction<Boolean> joined = store.joining(connection, () -> {
                store.transactions().afterCommit(() -> told.add("committed"));
                return HostDatabase.add(store, "ann@example.com");
            });
            assertThat(joined.result()).isTrue();
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(told).isEmpty();
        assertThat(HostDatabase.has(store, "ann@example.com")).isFalse();
    }

    @Test
    void aRefusalLeavesTheTransactionUsable() throws SQLException {
        JdbiStore store = emptyStore();
        assertThat(HostDatabase.add(store, "ann@example.com")).isTrue();

        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            JoinedTransaction<Boolean> joined =
                    store.joining(connection, () -> HostDatabase.add(store, "ANN@example.com"));
            assertThat(joined.result()).isFalse();
            HostDatabase.insertRow(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }

        assertThat(hasRow()).isTrue();
    }

    @Test
    void halfAChangeIsPointedOut() throws SQLException {
        JdbiStore store = emptyStore();

        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            JoinedTransaction<Boolean> joined = store.joining(connection, () -> {
                assertThatThrownBy(() -> HostDatabase.failHalfway(store)).hasMessageContaining("on purpose");
                assertThatThrownBy(() -> HostDatabase.add(store, "more@example.com"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("rolled back");
                return true;
            });
            assertThat(joined.isRollbackOnly()).isTrue();
            assertThatThrownBy(joined::committed).isInstanceOf(IllegalStateException.class);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void whatTheWorkThrowsReachesTheHostUnchanged() throws SQLException {
        JdbiStore store = emptyStore();
        RuntimeException thrown = new IllegalArgumentException("on purpose");

        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(store.transactions().isOpen()).isFalse();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void aConnectionWithoutTransactionIsNotTaken() throws SQLException {
        JdbiStore store = emptyStore();

        try (Connection connection = pool().getConnection()) {
            assertThatThrownBy(() -> store.joining(connection, () -> true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    @Test
    void aTransactionOfTheStoreAroundTheBlockIsAnother() throws SQLException {
        JdbiStore store = emptyStore();

        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            store.transactions().inTransaction(() -> {
                JoinedTransaction<Boolean> joined =
                        store.joining(connection, () -> HostDatabase.add(store, "lent@example.com"));
                assertThat(joined.result()).isTrue();
                return HostDatabase.add(store, "own@example.com");
            });
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(HostDatabase.has(store, "own@example.com")).isTrue();
        assertThat(HostDatabase.has(store, "lent@example.com")).isFalse();
    }
}
