package io.accounts4j.schema;

import io.accounts4j.jdbc.Database;
import io.accounts4j.jdbc.DatabaseSettings;
import io.accounts4j.jdbc.SchemaName;
import io.accounts4j.jdbc.SqlErrorKind;
import io.accounts4j.jdbc.SqlErrors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The content of the history table, read with one query.
 *
 * @param applied the versions that were applied
 * @param failed true if a file failed
 */
record History(Database database, Set<Integer> applied, boolean failed) {

    static History read(DataSource dataSource, Optional<SchemaName> schema) {
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, schema);
        } catch (SQLException | RuntimeException e) {
            throw Failures.of("the database cannot be read", e);
        }
    }

    /** Throws {@link IllegalStateException} if the database has a setting that breaks the schema. */
    static void requireSupported(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseSettings.requireSupported(connection);
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException | RuntimeException e) {
            throw Failures.of("the settings of the database cannot be read", e);
        }
    }

    private static History read(Connection connection, Optional<SchemaName> schema) throws SQLException {
        Database database = Database.of(connection);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select "
                        + database.quoted("version") + ", " + database.quoted("success") + " from "
                        + table(database, schema) + " where " + database.quoted("version") + " is not null")) {
            return of(database, rows);
        } catch (SQLException e) {
            if (SqlErrors.kind(e) == SqlErrorKind.MISSING_TABLE) {
                return new History(database, Set.of(), false);
            }
            throw e;
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private static History of(Database database, ResultSet rows) throws SQLException {
        Set<Integer> applied = new HashSet<>();
        boolean failed = false;
        while (rows.next()) {
            if (rows.getBoolean(2)) {
                applied.add(Integer.valueOf(rows.getString(1)));
            } else {
                failed = true;
            }
        }
        return new History(database, applied, failed);
    }

    /**
     * Returns the pending files.
     *
     * @throws IllegalStateException if the history has files that this version lacks
     */
    List<Migration> pending() {
        int newest = Migrations.newest();
        int reached = applied.stream().mapToInt(Integer::intValue).max().orElse(0);
        if (reached > newest) {
            throw new IllegalStateException("the schema is at version " + reached + ", and this accounts4j knows "
                    + newest + ": use the newer accounts4j that migrated it");
        }
        return missing();
    }

    /** Returns the pending files, also if the history has files that this version lacks. */
    List<Migration> missing() {
        return Migrations.of(database).stream()
                .filter(file -> !applied.contains(file.version()))
                .toList();
    }

    /** Removes failed files from the history of a database without transactional DDL, so that they run again. Every file allows that. */
    void forgetFailures(DataSource dataSource, Optional<SchemaName> schema) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "delete from " + table(database, schema) + " where not " + database.quoted("success"));
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException e) {
            throw Failures.of("the schema history cannot be written", e);
        }
    }

    private static String table(Database database, Optional<SchemaName> schema) {
        return schema.map(name -> name.qualifier(database)).orElse("") + database.quoted(AccountsSchema.HISTORY_TABLE);
    }
}
