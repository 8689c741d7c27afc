package io.accounts4j.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A database of the benchmark's own, with our tables and as many users and sessions as asked for. */
final class Postgres {

    private final HikariDataSource dataSource;
    private final long postmaster;

    Postgres() {
        this(PostgresServer.freshDatabase());
        AccountsSchema.migrate(dataSource);
    }

    private Postgres(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.postmaster = ProcessCpu.parentOf(number("select pg_backend_pid()"));
    }

    /** The one that another process made, as it is. */
    static Postgres at(HikariDataSource dataSource) {
        return new Postgres(dataSource);
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    /** CPU time of the server and all its processes so far. */
    Duration cpu() {
        return ProcessCpu.ofTree(postmaster);
    }

    /** Fills up to {@code count} users called {@code user1@example.org} and so on, the password hash given. */
    void users(int count, String passwordHash) {
        execute("""
                insert into accounts_users (id, email, email_canonical, name, search_text, password_hash, is_admin,
                                            confirmed_at, inserted_at, updated_at, version)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'user' || n || '@example.org',
                       'user' || n || '@example.org', 'User ' || n, 'user ' || n || chr(31) || 'user' || n || '@example.org',
                       '%s', false, now(), now() - (n || ' seconds')::interval, now(), 1
                from generate_series(1, %d) n on conflict do nothing
                """.formatted(passwordHash, count));
        execute("vacuum analyze accounts_users");
    }

    /** Fills up to {@code count} sessions, of tokens nobody has. */
    void sessions(int count) {
        execute("""
                insert into accounts_sessions (id, token_hash, user_id, created_at, authenticated_at, expires_at)
                select gen_random_uuid(), sha256(('session' || n)::bytea),
                       ('00000000-0000-7000-8000-' || lpad(to_hex(1 + n %% 1000), 12, '0'))::uuid, now(), now(),
                       now() + interval '14 days'
                from generate_series(1, %d) n on conflict do nothing
                """.formatted(count));
        execute("vacuum analyze accounts_sessions");
    }

    String version() {
        try (Connection connection = dataSource.getConnection()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                    + ", fsync and synchronous_commit on, otherwise stock";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has statistics and visibility settled and no checkpoint due, as before a round that is measured. */
    void settle() {
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Returns whether the query returns {@code true}. */
    boolean holds(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
