package io.accounts4j.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.accounts4j.jdbc.JoinedTransaction;
import io.accounts4j.kernel.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostTransactionTest {

    private final List<String> done = new ArrayList<>();
    private final CurrentTransaction current = new CurrentTransaction();
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void joinsNoConnectionThatCommitsEachStatement() throws SQLException {
        connection.setAutoCommit(true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostTransaction.over(connection))
                .withMessageContaining("connection.setAutoCommit(false)");
    }

    @Test
    void runsActionsOnceTheHostReportsItsCommitInTheirOrder() {
        HostTransaction transaction = HostTransaction.over(connection);
        transaction.afterCommit(() -> done.add("first"));
        transaction.afterCommit(() -> {
            throw new IllegalStateException("of one action");
        });
        transaction.afterCommit(() -> done.add("last"));
        JoinedTransaction<String> joined = transaction.joined("result");

        assertThat(done).isEmpty();
        joined.committed();
        joined.committed();

        assertThat(joined.result()).isEqualTo("result");
        assertThat(done).containsExactly("first", "last");
    }

    @Test
    void runsNoActionOfATransactionWhoseWorkFailed() {
        HostTransaction transaction = HostTransaction.over(connection);
        transaction.afterCommit(() -> done.add("action"));

        assertThatIllegalStateException()
                .isThrownBy(() -> current.within(transaction, () -> {
                    throw new IllegalStateException("caught by the host");
                }));
        JoinedTransaction<String> joined = transaction.joined("result");

        assertThat(joined.isRollbackOnly()).isTrue();
        assertThatIllegalStateException().isThrownBy(joined::committed).withMessageContaining("isRollbackOnly()");
        assertThatIllegalStateException().isThrownBy(transaction::requireUsable);
        assertThatExceptionOfType(StoreException.class).isThrownBy(transaction::requireCommittable);
        assertThat(done).isEmpty();
    }

    @Test
    void aRefusedStatementPreventsTheCommit() {
        HostTransaction transaction = HostTransaction.over(connection);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() ->
                        transaction.with(lent -> lent.createStatement().executeUpdate("delete from accounts_users")))
                .withMessageContaining("the database refused (SQLState 42S04");

        assertThat(transaction.isRollbackOnly()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> transaction.with(Connection::isClosed));
    }

    @Test
    void workIsInTheInnermostTransactionOfItsThread() {
        HostTransaction outer = HostTransaction.over(connection);
        HostTransaction inner = HostTransaction.over(connection);

        OpenTransaction within = current.within(outer, () -> {
            assertThat(current.get()).isSameAs(outer);
            OpenTransaction nested = current.within(inner, current::get);
            assertThat(current.get()).isSameAs(outer);
            return nested;
        });

        assertThat(within).isSameAs(inner);
        assertThat(current.get()).isNull();
    }
}
