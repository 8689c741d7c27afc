package io.accounts4j.jdbc.store;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static java.sql.Connection.TRANSACTION_SERIALIZABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PooledConnectionTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void returnsAConnectionAsItWas(TestDatabase database) throws SQLException {
        try (HikariDataSource source = database.freshDatabase();
                Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(TRANSACTION_SERIALIZABLE);
            int timeout = connection.getNetworkTimeout();

            PooledConnection borrowed = PooledConnection.over(connection, TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            assertThat(connection.getTransactionIsolation()).isEqualTo(TRANSACTION_READ_COMMITTED);
            connection.commit();
            borrowed.restore();

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(TRANSACTION_SERIALIZABLE);
            assertThat(connection.getNetworkTimeout()).isEqualTo(timeout);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConnectionThatWasClosedIsLeftToItsPool(TestDatabase database) throws SQLException {
        try (HikariDataSource source = database.freshDatabase()) {
            Connection connection = source.getConnection();
            PooledConnection borrowed = PooledConnection.over(connection, connection.getTransactionIsolation());
            connection.close();

            borrowed.restore();

            assertThat(connection.isClosed()).isTrue();
        }
    }
}
