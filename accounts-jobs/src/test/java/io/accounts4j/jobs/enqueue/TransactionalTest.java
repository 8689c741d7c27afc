package io.accounts4j.jobs.enqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several statements when the database rolls back for another transaction. */
class TransactionalTest {

    private Connection connection;
    private int attempts;

    @BeforeEach
    void open() throws SQLException {
        connection = TestDatabase.H2.freshDatabase().getConnection();
        execute("create table noted (attempt int)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void is_tried_again_as_a_whole() throws SQLException {
        assertThat(Transactional.on(connection, () -> noteAndLose(3))).isEqualTo(4);
        assertThat(noted()).as("nothing of the attempts that were lost").isEqualTo(1);
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void is_given_up_at_last() throws SQLException {
        assertThatThrownBy(() -> Transactional.on(connection, () -> noteAndLose(Integer.MAX_VALUE)))
                .isInstanceOf(SQLTransactionRollbackException.class);
        assertThat(noted()).isZero();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void waits_for_a_lock_once() throws SQLException {
        assertThatThrownBy(() -> Transactional.on(connection, () -> {
                    attempts++;
                    throw new SQLTimeoutException("lock", "HYT00", 50200);
                }))
                .isInstanceOf(SQLTimeoutException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void leaves_a_callers_transaction_to_him() throws SQLException {
        connection.setAutoCommit(false);
        assertThatThrownBy(() -> Transactional.on(connection, () -> noteAndLose(1)))
                .isInstanceOf(SQLTransactionRollbackException.class);
        assertThat(attempts).isEqualTo(1);
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(noted()).as("what he does with it is his").isEqualTo(1);
    }

    private int noteAndLose(int times) throws SQLException {
        attempts++;
        execute("insert into noted values (" + attempts + ")");
        if (attempts <= times) {
            throw new SQLTransactionRollbackException("deadlock", "40001", 1213);
        }
        return attempts;
    }

    private int noted() throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from noted")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
