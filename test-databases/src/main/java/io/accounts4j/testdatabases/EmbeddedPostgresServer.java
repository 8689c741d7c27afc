package io.accounts4j.testdatabases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** PostgreSQL from Maven artefacts, on loopback, with its data in a temporary directory. */
final class EmbeddedPostgresServer {

    private EmbeddedPostgresServer() {}

    static DatabaseServer start() throws IOException, SQLException {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    // The same collation and encoding on every machine.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("max_connections", "600")
                    // Data survives a killed server process, though not a crash of the machine.
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new IOException(
                    "PostgreSQL did not start (" + e.getMessage()
                            + "); set ACCOUNTS_TEST_POSTGRES_URL to use a server of your own",
                    e);
        }
        AtExit.add(postgres::close);
        return JdbcServer.ours(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres&password=postgres",
                "embedded");
    }
}
