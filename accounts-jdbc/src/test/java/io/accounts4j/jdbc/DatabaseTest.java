package io.accounts4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void detectsTheDatabaseOfAConnection(TestDatabase expected) throws SQLException {
        try (HikariDataSource source = expected.freshDatabase();
                Connection connection = source.getConnection()) {
            assertThat(Database.of(connection)).isEqualTo(database(expected));
        }
    }

    private static Database database(TestDatabase expected) {
        return switch (expected) {
            case POSTGRES -> Database.POSTGRESQL;
            case MARIADB -> Database.MARIADB;
            case H2 -> Database.H2;
        };
    }

    @ParameterizedTest
    @CsvSource({"PostgreSQL, POSTGRESQL", "postgresql, POSTGRESQL", "MARIADB, MARIADB", "mariadb, MARIADB", "h2, H2"})
    void readsNamesInAnyCase(String name, Database database) {
        assertThat(Database.named(name)).isEqualTo(database);
    }

    @Test
    void refusesMySqlAndNamesTheSupportedDatabases() {
        assertThatThrownBy(() -> Database.named("MySQL"))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the database must be PostgreSQL, MariaDB or H2, got MySQL; connect to one of these");
    }
}
