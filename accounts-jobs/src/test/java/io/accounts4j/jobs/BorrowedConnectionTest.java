package io.accounts4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.testdatabases.OnDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A pool that resets nothing gets its connections back as it gave them. */
@OnDatabases
class BorrowedConnectionTest extends JobEngineFixture {

    @Test
    void a_connection_is_handed_back_as_it_was() throws SQLException {
        try (Connection pooled = database.dataSource().getConnection()) {
            Connection raw = pooled.unwrap(Connection.class);
            raw.setAutoCommit(false);
            raw.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            int timeout = raw.getNetworkTimeout();

            assertThat(JdbcJobConsole.over(always(raw)).counts()).isEmpty();

            assertThat(raw.getAutoCommit()).isFalse();
            assertThat(raw.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(raw.getNetworkTimeout()).isEqualTo(timeout);
            raw.rollback();
        }
    }

    private static DataSource always(Connection connection) {
        Connection unclosed = proxy(Connection.class, connection);
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> unclosed);
    }

    private static <T> T proxy(Class<T> type, T of) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(of, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
