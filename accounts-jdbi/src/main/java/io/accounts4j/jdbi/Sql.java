package io.accounts4j.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs constant statements on the current connection. Results are read to the end before a method returns, so that no
 * caller's code runs while a connection is held.
 */
final class Sql {

    private final Connections connections;
    private final Dialect dialect;
    private final String qualifier;

    /** {@code qualifier} stands before the name of each table. */
    Sql(Connections connections, Dialect dialect, String qualifier) {
        this.connections = connections;
        this.dialect = dialect;
        this.qualifier = qualifier;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The name of one of our tables as statements write it. */
    String table(String name) {
        return qualifier + name;
    }

    <T> Optional<T> first(String statement, Binder binder, Reader<T> reader) {
        return connections.with(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                binder.bind(new Parameters(prepared, dialect));
                try (ResultSet result = prepared.executeQuery()) {
                    Row row = new Row(result, dialect);
                    return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
                }
            }
        });
    }

    <T> List<T> list(String statement, Binder binder, Reader<T> reader) {
        return connections.with(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                binder.bind(new Parameters(prepared, dialect));
                try (ResultSet result = prepared.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    Row row = new Row(result, dialect);
                    while (row.next()) {
                        rows.add(reader.read(row));
                    }
                    return rows;
                }
            }
        });
    }

    int update(String statement, Binder binder) {
        return connections.with(connection -> update(connection, statement, binder));
    }

    /**
     * Runs a statement that may be refused; empty when it failed in a way that {@code refusal} knows, and then the
     * transaction goes on as if it had not been tried.
     */
    Optional<Integer> updateUnless(Predicate<SQLException> refusal, String statement, Binder binder) {
        return connections.with(connection -> {
            Savepoint savepoint = dialect.failureAbortsTransaction() && !connection.getAutoCommit()
                    ? connection.setSavepoint()
                    : null;
            int rows;
            try {
                rows = update(connection, statement, binder);
            } catch (SQLException e) {
                if (!refusal.test(e)) {
                    throw e;
                }
                if (savepoint != null) {
                    connection.rollback(savepoint);
                    connection.releaseSavepoint(savepoint);
                }
                return Optional.empty();
            }
            if (savepoint != null) {
                connection.releaseSavepoint(savepoint);
            }
            return Optional.of(rows);
        });
    }

    private int update(Connection connection, String statement, Binder binder) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            binder.bind(new Parameters(prepared, dialect));
            return prepared.executeUpdate();
        }
    }

    /** Binds the parameters of a statement. */
    interface Binder {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Makes a value of a row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }
}
