package io.accounts4j.integration.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * A PostgreSQL database with the tables, seen by the test and by its client. Every transition of a job is noted by a
 * trigger, so that who wrote what is known from no engine.
 */
final class FaultDatabase implements AutoCloseable {

    private static final String UNFINISHED =
            "select count(*) from accounts_jobs where state not in" + " ('completed', 'discarded', 'cancelled')";

    private final String url;
    private final String user;
    private final String password;
    private final HikariDataSource dataSource;
    private final Jdbi jdbi;

    private FaultDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.dataSource = open(url, user, password);
        this.jdbi = Jdbi.create(dataSource);
    }

    static FaultDatabase fresh() {
        HikariDataSource fresh = TestDatabase.POSTGRES.freshDatabase();
        return at(fresh.getJdbcUrl(), fresh.getUsername(), fresh.getPassword());
    }

    static FaultDatabase at(String url, String user, String password) {
        FaultDatabase database = new FaultDatabase(url, user, password);
        var unused = AccountsSchema.migrate(database.dataSource);
        return database;
    }

    private static HikariDataSource open(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.addDataSourceProperty("ApplicationName", "client");
        config.addDataSourceProperty("socketTimeout", "10");
        config.setConnectionTimeout(2_000);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    /** Jobs for which something is still to come. */
    long unfinished() {
        return count(UNFINISHED);
    }

    /** Keys of the jobs that {@code node} holds by the table. */
    List<String> heldBy(String node) {
        return jdbi.withHandle(handle -> handle.createQuery("select args ->> 'key' from accounts_jobs j"
                        + " join accounts_job_nodes n on n.id = j.node_id where state = 'executing' and n.name = :node")
                .bind("node", node)
                .mapTo(String.class)
                .list());
    }

    Map<String, Long> states() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select state, count(*) as jobs from accounts_jobs group by 1")
                        .setMapKeyColumn("state")
                        .setMapValueColumn("jobs")
                        .collectInto(new GenericType<Map<String, Long>>() {}));
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    List<String> texts(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
