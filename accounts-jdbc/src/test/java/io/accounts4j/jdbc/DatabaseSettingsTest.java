package io.accounts4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each setting on a real server. */
class DatabaseSettingsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void acceptsTheDefaults(TestDatabase database) throws SQLException {
        try (HikariDataSource source = database.freshDatabase();
                Connection connection = source.getConnection()) {
            assertSupported(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oracle", "STRICT", "MSSQLServer", "Derby"})
    void refusesModesOfH2ThatChangeWhatStatementsMean(String mode) throws SQLException {
        try (Connection connection = h2(";MODE=" + mode)) {
            assertRefused(connection, "MODE must be REGULAR, ", ", got " + mode + "; ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGULAR",
                "PostgreSQL",
                "MySQL",
                "MariaDB",
                "DB2",
                "HSQLDB",
                "LEGACY;DATABASE_TO_UPPER=FALSE",
                "LEGACY;DATABASE_TO_LOWER=TRUE"
            })
    void acceptsTheOtherModesOfH2(String mode) throws SQLException {
        try (Connection connection = h2(";MODE=" + mode)) {
            assertSupported(connection);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COLLATION, SET COLLATION ENGLISH STRENGTH PRIMARY, ENGLISH STRENGTH PRIMARY",
        "COLLATION, SET COLLATION GERMAN STRENGTH TERTIARY, GERMAN STRENGTH TERTIARY",
        "IGNORECASE, SET IGNORECASE TRUE, 1"
    })
    void refusesAnH2ThatComparesOtherThanByCharacter(String setting, String sql, String value) throws SQLException {
        try (Connection connection = h2("")) {
            execute(connection, sql);

            assertRefused(connection, setting + " must be ", ", got " + value + "; ");
        }
    }

    @ParameterizedTest
    @CsvSource({"LATIN1, C", "WIN1252, C", "EUC_JP, C"})
    void refusesAPostgresThatCannotHoldUtf8(String encoding, String locale) throws SQLException {
        try (Connection connection = postgres(encoding, locale)) {
            assertRefused(connection, "server_encoding must be UTF8, got " + encoding + "; ", "create database");
        }
    }

    @Test
    void acceptsAPostgresThatStoresBytes() throws SQLException {
        try (Connection connection = postgres("SQL_ASCII", "C")) {
            assertSupported(connection);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "set binlog_format = STATEMENT, 'binlog_format must be MIXED or ROW, got STATEMENT; '",
        "set sql_safe_updates = 1, 'sql_safe_updates must be 0, got 1; '",
        "'set sql_mode = ''STRICT_TRANS_TABLES,EMPTY_STRING_IS_NULL''', 'sql_mode must be without EMPTY_STRING_IS_NULL, got '"
    })
    void refusesSessionsOfMariaDbThatRefuseOurStatements(String sql, String message) throws SQLException {
        try (HikariDataSource source = TestDatabase.MARIADB.freshDatabase();
                Connection connection = source.getConnection()) {
            execute(connection, sql);

            assertRefused(connection, message);
        }
    }

    private static Connection h2(String settings) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + settings);
    }

    private static Connection postgres(String encoding, String locale) throws SQLException {
        String name = "encoded_" + UUID.randomUUID().toString().replace("-", "");
        try (HikariDataSource administrator = TestDatabase.POSTGRES.freshDatabase()) {
            try (Connection connection = administrator.getConnection()) {
                execute(
                        connection,
                        "create database " + name + " encoding '" + encoding
                                + "' template template0 locale_provider libc lc_collate '" + locale + "' lc_ctype '"
                                + locale + "'");
            }
            return DriverManager.getConnection(
                    administrator.getJdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"),
                    administrator.getUsername(),
                    administrator.getPassword());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertSupported(Connection connection) {
        assertThatCode(() -> DatabaseSettings.requireSupported(connection)).doesNotThrowAnyException();
    }

    private static void assertRefused(Connection connection, String... parts) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DatabaseSettings.requireSupported(connection))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }
}
