package io.accounts4j.testdatabases;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A running server, reached through the URL of an administrator. */
final class JdbcServer implements DatabaseServer {

    private final JdbcUrl administrator;
    private final boolean outlivesUs;

    private JdbcServer(JdbcUrl administrator, boolean outlivesUs) {
        this.administrator = administrator;
        this.outlivesUs = outlivesUs;
    }

    /** A server of the user: databases created here are dropped at the end of the JVM. */
    static JdbcServer at(String administratorUrl, String where) throws SQLException {
        return new JdbcServer(JdbcUrl.parse(administratorUrl, where), true).said(where);
    }

    /** A server that ends with this JVM, and its databases with it. */
    static JdbcServer ours(String administratorUrl, String where) throws SQLException {
        return new JdbcServer(JdbcUrl.parse(administratorUrl, where), false).said(where);
    }

    private JdbcServer said(String where) throws SQLException {
        try (Connection connection = connect()) {
            DatabaseMetaData server = connection.getMetaData();
            UsedDatabases.add(server.getDatabaseProductName() + " "
                    + server.getDatabaseProductVersion().replaceFirst("[ -].*", "") + " " + where);
        }
        return this;
    }

    @Override
    public HikariDataSource freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database: " + e.getMessage(), e);
        }
        if (outlivesUs) {
            AtExit.add(() -> execute("drop database " + name));
        }
        return Pools.open(administrator.of(name), administrator.user(), administrator.password());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(administrator.location(), administrator.user(), administrator.password());
    }
}
