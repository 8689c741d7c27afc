package io.accounts4j.integration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.TestDatabase;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A database that outlives the processes that use it. H2 is a file, one process at a time, with {@code WRITE_DELAY=0},
 * because by default a commit reaches the file half a second later, and {@code REUSE_SPACE=FALSE}, because H2 loses commits
 * at a kill once it writes into freed space: {@link H2AtKills}.
 *
 * @param url of JDBC
 */
record KilledDatabase(String url, String user, String password) {

    static KilledDatabase of(TestDatabase kind, Path directory) {
        KilledDatabase database = kind == TestDatabase.H2 ? h2(directory) : server(kind.freshDatabase());
        database.look(AccountsSchema::migrate);
        return database;
    }

    private static KilledDatabase h2(Path directory) {
        return new KilledDatabase(
                "jdbc:h2:file:" + directory.resolve("accounts") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE", "sa", "");
    }

    private static KilledDatabase server(HikariDataSource fresh) {
        return new KilledDatabase(fresh.getJdbcUrl(), fresh.getUsername(), fresh.getPassword());
    }

    /** Opens it, looks and closes it again. */
    <T> T look(Function<DataSource, T> look) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(2);
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            return look.apply(dataSource);
        }
    }
}
