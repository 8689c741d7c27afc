package io.accounts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.user.User;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class JdbiStoreTest {

    @Test
    void refusesAnH2InWhichDifferentAddressesAreEqual() {
        Jdbi jdbi = Jdbi.create("jdbc:h2:mem:;INIT=SET COLLATION ENGLISH STRENGTH PRIMARY");

        assertThatIllegalStateException()
                .isThrownBy(() -> JdbiStore.over(jdbi))
                .withMessageStartingWith("COLLATION must be OFF, got ENGLISH STRENGTH PRIMARY; ");
    }

    @Test
    void locksAnyNumberOfAdministratorsWithTwoStatements() {
        HikariDataSource database = TestDatabase.H2.freshDatabase();
        AccountsSchema.migrate(database);
        AtomicInteger statements = new AtomicInteger();
        JdbiStore store = JdbiStore.over(Jdbi.create(counting(database, statements)));
        for (int i = 0; i < 5; i++) {
            User admin = HostDatabase.user("admin" + i + "@example.com").withAdministrator(true);
            assertThat(HostDatabase.add(store, admin)).isTrue();
        }

        List<User> locked = store.transactions().inTransaction(() -> {
            statements.set(0);
            return store.users().lockAdministrators(Set.of());
        });

        assertThat(locked).hasSize(5);
        assertThat(statements).hasValue(2);
    }

    private static DataSource counting(DataSource database, AtomicInteger statements) {
        return proxy(
                DataSource.class,
                database,
                connection -> proxy(Connection.class, connection, statement -> {
                    statements.incrementAndGet();
                    return statement;
                }));
    }

    /** Hands each connection, or each prepared statement, that {@code target} returns to {@code wrap}. */
    private static <T> T proxy(Class<T> type, Object target, UnaryOperator<Object> wrap) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = method.invoke(target, arguments);
                    boolean wanted = method.getName().equals("getConnection") && type == DataSource.class
                            || method.getName().equals("prepareStatement");
                    return wanted ? wrap.apply(result) : result;
                }));
    }
}
