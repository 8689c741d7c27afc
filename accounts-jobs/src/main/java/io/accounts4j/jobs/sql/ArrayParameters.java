package io.accounts4j.jobs.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Binds arrays to the parameters of a statement, one after another. */
final class ArrayParameters {

    private final Connection connection;
    private final PreparedStatement statement;
    private int next;

    /** From the parameter {@code first} on. */
    ArrayParameters(Connection connection, PreparedStatement statement, int first) {
        this.connection = connection;
        this.statement = statement;
        this.next = first;
    }

    /** Binds {@code elements} as an array of the database's {@code type}. */
    void bind(String type, Collection<?> elements) throws SQLException {
        statement.setArray(next, connection.createArrayOf(type, elements.toArray()));
        next++;
    }

    /** Binds the {@code field} of each of {@code rows}. */
    <T> void bind(String type, Collection<T> rows, Function<T, Object> field) throws SQLException {
        bind(type, rows.stream().map(field).toList());
    }
}
