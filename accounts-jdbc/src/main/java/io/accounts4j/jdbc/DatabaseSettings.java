package io.accounts4j.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The settings of a database under which the tables and statements of accounts4j do not work. docs/schema.md lists what is
 * supported. Stateless and thread-safe.
 */
public final class DatabaseSettings {

    private static final Setting ENCODING = new Setting(
            "server_encoding",
            value -> value.equals("UTF8") || value.equals("SQL_ASCII"),
            "UTF8",
            "texts in other letters could not be stored; create the database with"
                    + " \"create database … encoding 'UTF8' template template0\"");

    private static final Setting BINLOG = new Setting(
            "binlog_format",
            value -> !value.equals("STATEMENT"),
            "MIXED or ROW",
            "a server with a binary log refuses to write at read committed otherwise (error 1665); set binlog_format in the"
                    + " server's options");

    private static final Setting SAFE_UPDATES = new Setting(
            "sql_safe_updates",
            "0"::equals,
            "0",
            "the server refuses updates by expressions otherwise (error 1175); take it out of the URL's sessionVariables"
                    + " or the server's init_connect");

    private static final Setting SQL_MODE = new Setting(
            "sql_mode",
            value -> !List.of(value.split(",")).contains("EMPTY_STRING_IS_NULL"),
            "without EMPTY_STRING_IS_NULL",
            "empty texts would be stored as null; set another sql_mode for the connections of accounts4j");

    private static final Setting MODE = new Setting(
            "MODE",
            value -> !List.of("ORACLE", "STRICT", "MSSQLSERVER", "DERBY").contains(value.toUpperCase(Locale.ROOT)),
            "REGULAR, PostgreSQL, MySQL, MariaDB, DB2, HSQLDB or LEGACY",
            "empty texts, limits or unique keys mean something else otherwise; take MODE out of the URL");

    private static final Setting COLLATION = new Setting(
            "COLLATION",
            "OFF"::equals,
            "OFF",
            "different addresses would count as equal; take SET COLLATION out of the URL's INIT and make a new database");

    private static final Setting IGNORECASE = new Setting(
            "IGNORECASE",
            "0"::equals,
            "0",
            "different texts would count as equal; take IGNORECASE out of the URL and make a new database");

    private static final String POSTGRESQL_VALUES = "select 'server_encoding', current_setting('server_encoding')";

    /** The format counts also while no binary log is kept: it may be switched on later, and every write would fail. */
    private static final String MARIADB_VALUES = "select 'binlog_format', @@binlog_format"
            + " union all select 'sql_safe_updates', @@sql_safe_updates union all select 'sql_mode', @@sql_mode";

    /** Names in upper case, which are found whether H2 is set to change their case or not. */
    private static final String H2_VALUES = "select SETTING_NAME, SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS"
            + " where SETTING_NAME in ('MODE', 'COLLATION', 'IGNORECASE')";

    private DatabaseSettings() {}

    /** A setting; {@code must} and {@code remedy} are parts of the sentence that refuses another value. */
    private record Setting(String name, Predicate<String> supported, String must, String remedy) {

        void require(String value) {
            if (!supported.test(value)) {
                throw new IllegalStateException(name + " must be " + must + ", got " + value + "; " + remedy);
            }
        }
    }

    /**
     * Checks the database and session of {@code connection} with one query and changes nothing. Passes databases that are
     * none of PostgreSQL, MariaDB and H2.
     *
     * @throws IllegalStateException naming the setting, its value and the remedy
     */
    public static void requireSupported(Connection connection) throws SQLException {
        switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> require(connection, POSTGRESQL_VALUES, List.of(ENCODING));
            case "MariaDB" -> require(connection, MARIADB_VALUES, List.of(BINLOG, SAFE_UPDATES, SQL_MODE));
            case "H2" -> require(connection, H2_VALUES, List.of(MODE, COLLATION, IGNORECASE));
            default -> {}
        }
    }

    private static void require(Connection connection, String values, List<Setting> settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(values)) {
            while (rows.next()) {
                String name = rows.getString(1);
                String value = rows.getString(2);
                settings.stream()
                        .filter(setting -> setting.name().equals(name))
                        .forEach(setting -> setting.require(value));
            }
        }
    }
}
