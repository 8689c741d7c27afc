package io.accounts4j.schema;

import io.accounts4j.jdbc.Database;
import io.accounts4j.jdbc.SchemaName;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Applies the files with Flyway. Every setting is given here: Flyway reads no configuration of the host, scans no class path,
 * gets the files of accounts4j only, and has a history table of its own.
 */
final class FlywayRunner {

    /**
     * One migration at a time in this process. H2 shows a new table before its rows, so that Flyway's lock, a row of the
     * history, may lock nothing while another node is making that table.
     */
    private static final Object ON_H2 = new Object();

    private FlywayRunner() {}

    static void migrate(DataSource dataSource, Optional<SchemaName> schema, Database database) {
        FluentConfiguration flyway = Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(dataSource)
                .table(AccountsSchema.HISTORY_TABLE)
                .locations(new String[0])
                .resourceProvider(new FlywayFiles(Migrations.of(database)))
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .placeholderReplacement(false)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .baselineDescription("tables of the host");
        schema.ifPresent(
                name -> flyway.defaultSchema(name.value()).schemas(name.value()).createSchemas(true));
        migrate(flyway.load(), database);
    }

    private static void migrate(Flyway flyway, Database database) {
        if (database == Database.H2) {
            synchronized (ON_H2) {
                flyway.migrate();
            }
        } else {
            flyway.migrate();
        }
    }
}
