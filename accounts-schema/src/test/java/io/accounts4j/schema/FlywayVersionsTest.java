package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.ChildJvm;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Migrates with Flyway 11 and 12; the other tests here do so with 13. */
class FlywayVersionsTest {

    private static final Path VERSIONS = Path.of("target", "flyway");

    @ParameterizedTest
    @CsvSource({"11, H2", "11, POSTGRES", "11, MARIADB", "12, H2", "12, POSTGRES", "12, MARIADB"})
    void twoNodesAtOnceMigrateAFreshDatabase(int version, TestDatabase kind) throws Exception {
        HikariDataSource fresh = kind.freshDatabase();
        fresh.getConnection().close();

        try (Host host = hostWith(version)) {
            atOnce(host, Sql.anotherNode(fresh), Sql.anotherNode(fresh));

            assertThat(Catalog.of(kind, fresh, schema(kind, fresh))).isEqualTo(pinned(kind));
            assertThat(host.migrate(fresh)).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"11, POSTGRES, 4", "11, MARIADB, 5", "12, POSTGRES, 4", "12, MARIADB, 5"})
    void goesOnWhereAKilledNodeStopped(int version, TestDatabase kind, int statement) throws Exception {
        HikariDataSource fresh = kind.freshDatabase();

        try (Host host = hostWith(version)) {
            killAfter(statement, host, fresh);

            assertThat(host.migrate(fresh)).isNotEqualTo(List.of());
        }
        assertThat(Catalog.of(kind, fresh, schema(kind, fresh))).isEqualTo(pinned(kind));
    }

    private static Host hostWith(int version) throws IOException {
        try (Stream<Path> jars = Files.list(VERSIONS.resolve(String.valueOf(version)))) {
            return Host.with(jars.toList(), jar -> jar.startsWith("flyway"));
        }
    }

    private static void atOnce(Host host, DataSource one, DataSource other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = Stream.of(one, other)
                    .map(node -> nodes.submit(() -> {
                        start.await(1, TimeUnit.MINUTES);
                        return host.migrate(node);
                    }))
                    .toList();
            for (Future<Object> each : both) {
                each.get(2, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static void killAfter(int statement, Host host, HikariDataSource database) throws InterruptedException {
        try (ChildJvm node = ChildJvm.startOn(
                host.classPath(),
                MigratesUntilStopped.class,
                database.getJdbcUrl(),
                database.getUsername(),
                String.valueOf(database.getPassword()),
                String.valueOf(statement))) {
            node.awaitLine(line -> line.startsWith("STANDING STILL"));
            node.kill();
        }
    }

    private static String schema(TestDatabase kind, DataSource database) {
        return switch (kind) {
            case H2 -> "PUBLIC";
            case POSTGRES -> "public";
            case MARIADB -> Sql.rows(database, "select database()").get(0);
        };
    }

    private static String pinned(TestDatabase kind) throws IOException {
        return Pinned.of(
                switch (kind) {
                    case H2 -> "h2";
                    case POSTGRES -> "postgresql";
                    case MARIADB -> "mariadb";
                });
    }
}
