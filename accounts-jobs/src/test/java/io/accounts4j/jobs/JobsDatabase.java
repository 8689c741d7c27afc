package io.accounts4j.jobs;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/** A database with the tables of the jobs, and a look at them. */
public final class JobsDatabase {

    /** More than a pool has connections. */
    private static final int ATTEMPTS = 50;

    private final TestDatabase kind;
    private final HikariDataSource dataSource;

    private static final Map<TestDatabase, JobsDatabase> SHARED = new EnumMap<>(TestDatabase.class);

    /** The one database of that kind, without rows: tests of this module run one after the other. */
    public static synchronized JobsDatabase empty(TestDatabase kind) {
        JobsDatabase database = SHARED.computeIfAbsent(kind, JobsDatabase::new);
        // The test before may have had the server end connections that the pool believes in.
        database.dataSource.getHikariPoolMXBean().softEvictConnections();
        database.execute("delete from accounts_jobs");
        database.execute("delete from accounts_job_nodes");
        database.execute("delete from accounts_job_queues");
        database.execute("delete from accounts_job_crons");
        return database;
    }

    private JobsDatabase(TestDatabase kind) {
        this.kind = kind;
        dataSource = kind.freshDatabase();
        AccountsSchema.migrate(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** The schema its tables are in; to MariaDB that is the database. */
    public String schema() {
        return value(
                switch (kind) {
                    case POSTGRES -> "select current_schema()";
                    case MARIADB -> "select database()";
                    case H2 -> "select current_schema";
                });
    }

    public JdbcJobQueue queue() {
        return JdbcJobQueue.on(CurrentConnection.from(dataSource));
    }

    public void execute(String sql) {
        SQLException last = new SQLException("not done");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                last = e;
            }
        }
        throw new IllegalStateException(sql, last);
    }

    /** The one value that {@code sql} yields, as text; asked again where the server has ended the connection. */
    public String value(String sql, Object... parameters) {
        SQLException last = new SQLException("not asked");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            } catch (SQLException e) {
                last = e;
            }
        }
        throw new IllegalStateException(sql, last);
    }

    /** The one value that {@code sql} yields, as bytes. */
    byte[] bytes(String sql, long id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    boolean isMariaDb() {
        return kind == TestDatabase.MARIADB;
    }

    public long count(String state) {
        return Long.parseLong(value("select count(*) from accounts_jobs where state = ?", state));
    }

    /** Has the server end every connection to this database but the one that asks. */
    public void endOtherConnections() {
        switch (kind) {
            case POSTGRES ->
                value("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            case MARIADB -> {
                String others = "select coalesce(group_concat(id), '') from information_schema.processlist"
                        + " where db = database() and id <> connection_id()";
                for (String id : value(others).split(",")) {
                    if (!id.isEmpty()) {
                        execute("begin not atomic declare continue handler for 1094 begin end; kill connection " + id
                                + "; end");
                    }
                }
            }
            case H2 -> dataSource.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
