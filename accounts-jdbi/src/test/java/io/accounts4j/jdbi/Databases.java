package io.accounts4j.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A migrated database of each kind, made once and emptied for every test. */
final class Databases {

    private static final List<String> TABLES = List.of(
            "host_orders", "host_rows", "accounts_events", "accounts_sessions", "accounts_tokens", "accounts_users");
    private static final Map<TestDatabase, HikariDataSource> MIGRATED = new ConcurrentHashMap<>();

    private static final Map<TestDatabase, String[]> EMPTY = Map.of(
            TestDatabase.H2,
            statements("set referential_integrity false", "truncate table ", "set referential_integrity true"),
            TestDatabase.POSTGRES,
            new String[] {"truncate " + String.join(", ", TABLES)},
            // Rows that were deleted would go on taking part in the locks on their neighbours.
            TestDatabase.MARIADB,
            statements("set foreign_key_checks = 0", "truncate ", "set foreign_key_checks = 1"));

    private Databases() {}

    private static String[] statements(String first, String truncate, String last) {
        return Stream.of(Stream.of(first), TABLES.stream().map(truncate::concat), Stream.of(last))
                .flatMap(statements -> statements)
                .toArray(String[]::new);
    }

    static HikariDataSource empty(TestDatabase database) {
        HikariDataSource pool = MIGRATED.computeIfAbsent(database, Databases::migrated);
        execute(pool, EMPTY.get(database));
        return pool;
    }

    static void execute(DataSource pool, String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource migrated(TestDatabase database) {
        HikariDataSource pool = database.freshDatabase();
        AccountsSchema.migrate(pool);
        execute(
                pool,
                "create table host_rows (id int primary key)",
                "create table host_orders (user_id " + (database == TestDatabase.MARIADB ? "binary(16)" : "uuid")
                        + " not null, constraint host_orders_user foreign key (user_id) references accounts_users (id))");
        return pool;
    }
}
