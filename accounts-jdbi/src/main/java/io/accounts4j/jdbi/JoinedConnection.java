package io.accounts4j.jdbi;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that the host has opened on a connection of its own. */
final class JoinedConnection implements OpenTransaction {

    private final Connection connection;
    private final Actions actions = new Actions();
    private boolean rollbackOnly;

    private JoinedConnection(Connection connection) {
        this.connection = connection;
    }

    static JoinedConnection of(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException(
                        "there is no transaction to join: call connection.setAutoCommit(false) first");
            }
        } catch (SQLException e) {
            throw Refusals.translate(e);
        }
        return new JoinedConnection(connection);
    }

    Actions actions() {
        return actions;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    @Override
    public void markRollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public boolean isRollbackOnly() {
        return rollbackOnly;
    }
}
