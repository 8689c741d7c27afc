package io.accounts4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.accounts4j.testdatabases.ChildJvm;
import io.accounts4j.testdatabases.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateTest {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int PENDING = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HikariDataSource database = TestDatabase.H2.freshDatabase();

    @Test
    void appliesWhatIsPendingAndSaysWhatThatWas() {
        assertThat(run("--pending", database.getJdbcUrl())).isEqualTo(PENDING);
        assertThat(run(database.getJdbcUrl())).isEqualTo(DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("applied V1__accounts_users.sql", "the schema is up to date");
        assertThat(run("--pending", database.getJdbcUrl())).isEqualTo(DONE);
        assertThat(run("--pending", database.getJdbcUrl(), "ELSEWHERE")).isEqualTo(PENDING);
    }

    @Test
    void printsTheStatementsForToolingOfTheHost() {
        assertThat(run("--sql", "postgresql")).isEqualTo(DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("create table accounts_users", "create table accounts_job_nodes");
        assertThat(run("--sql", "oracle")).isEqualTo(FAILED);
    }

    @Test
    void tellsHowItIsCalled() {
        assertThat(run()).isEqualTo(MISUSED);
        assertThat(run("--help")).isEqualTo(MISUSED);
        assertThat(run("--pending")).isEqualTo(MISUSED);
        assertThat(run("jdbc:a", "b", "c")).isEqualTo(MISUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage", "DATABASE_PASSWORD");
    }

    @Test
    void anUnknownUrlIsRefusedWithoutPrintingIt() {
        assertThat(run("jdbc:unknown://host/db?password=canary-secret")).isEqualTo(FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no driver").doesNotContain("canary-secret");
    }

    @Test
    void aWrongPasswordIsOneLineWithoutIt() throws InterruptedException {
        HikariDataSource server = TestDatabase.MARIADB.freshDatabase();
        Map<String, String> environment = Map.of("DATABASE_USER", "accounts", "DATABASE_PASSWORD", "canary-secret");

        try (ChildJvm command = ChildJvm.start(Migrate.class, environment, server.getJdbcUrl())) {
            assertThat(command.awaitExit()).isEqualTo(FAILED);
            assertThat(command.lines()).anyMatch(line -> line.contains("Access denied for user 'accounts'"));
            assertThat(command.lines()).noneMatch(line -> line.contains("canary-secret") || line.contains("\tat "));
        }
    }

    @Test
    void isACommandOfItsOwn() throws InterruptedException {
        HikariDataSource server = TestDatabase.POSTGRES.freshDatabase();
        Map<String, String> environment =
                Map.of("DATABASE_USER", server.getUsername(), "DATABASE_PASSWORD", server.getPassword());

        try (ChildJvm command = ChildJvm.start(Migrate.class, environment, server.getJdbcUrl())) {
            assertThat(command.awaitExit()).isEqualTo(DONE);
        }

        assertThat(AccountsSchema.pending(server)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_USER", "DATABASE_PASSWORD"})
    void refusesCredentialsThatLostCharacters(String variable) {
        assertThat(run(Map.of(variable, "canary-\uFFFD\uFFFD"), database.getJdbcUrl()))
                .isEqualTo(FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(variable + " must be ")
                .contains("LC_ALL=C.UTF-8")
                .doesNotContain("canary");
    }

    @Test
    void refusesArgumentsThatLostCharacters() {
        assertThat(run(database.getJdbcUrl() + ";X=canary-\uFFFD")).isEqualTo(FAILED);
        assertThat(run("--pending", database.getJdbcUrl(), "canary-\uFFFD")).isEqualTo(FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        url -> assertThat(url).startsWith("JDBC-URL must be ").doesNotContain("canary"),
                        schema ->
                                assertThat(schema).startsWith("SCHEMA must be ").doesNotContain("canary"));
    }

    /** The shell writes the bytes, because this JVM may not be able to. */
    @Test
    void refusesAPasswordThatItsLocaleCannotDecode() throws Exception {
        Process command = new ProcessBuilder(
                        "sh",
                        "-c",
                        "LC_ALL=C DATABASE_PASSWORD=$(printf 'Gr\\303\\266') exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Migrate.class.getName(),
                        "jdbc:h2:mem:")
                .redirectErrorStream(true)
                .start();

        assertThat(command.inputReader().lines()).singleElement().asString().startsWith("DATABASE_PASSWORD must be ");
        assertThat(command.waitFor()).isEqualTo(FAILED);
    }

    private int run(String... arguments) {
        return run(Map.of("DATABASE_USER", "sa", "DATABASE_PASSWORD", ""), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Migrate(
                        environment,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
