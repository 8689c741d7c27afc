package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.ChildJvm;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed while it migrates leaves nothing the next one could not go on from. 1 and 2 make the history. */
class KilledTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void mariaDbAfterEachStatement(int position) throws Exception {
        HikariDataSource fresh = TestDatabase.MARIADB.freshDatabase();

        killAfter(position, fresh);

        completes(
                TestDatabase.MARIADB,
                fresh,
                Sql.rows(fresh, "select database()").get(0),
                "mariadb");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 9, 14, 18})
    void h2OnDisk(int position, @TempDir Path directory) throws Exception {
        try (HikariDataSource fresh = TestDatabase.h2File(directory)) {
            killAfter(position, fresh);

            completes(TestDatabase.H2, fresh, "PUBLIC", "h2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 23})
    void postgresWithinATransaction(int position) throws Exception {
        HikariDataSource fresh = TestDatabase.POSTGRES.freshDatabase();

        killAfter(position, fresh);

        completes(TestDatabase.POSTGRES, fresh, "public", "postgresql");
    }

    private static void killAfter(int position, HikariDataSource database) throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(
                MigratesUntilStopped.class,
                database.getJdbcUrl(),
                database.getUsername(),
                database.getPassword(),
                String.valueOf(position))) {
            child.awaitLine(line -> line.startsWith("STANDING STILL"));
            child.kill();
        }
    }

    private static void completes(TestDatabase kind, HikariDataSource database, String schema, String pinned)
            throws IOException {
        assertThat(AccountsSchema.migrate(database)).isNotEmpty();
        assertThat(AccountsSchema.pending(database)).isEmpty();
        assertThat(Catalog.of(kind, database, schema)).isEqualTo(Pinned.of(pinned));
    }
}
