package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class OnDatabasesTest {

    @Test
    void runsTheClassOnEachDatabase() throws InterruptedException {
        assertThat(ran(OnAll.class, Map.of())).containsExactly("ran on H2", "ran on POSTGRES", "ran on MARIADB");
    }

    @Test
    void runsTheClassOnItsOwnDatabases() throws InterruptedException {
        assertThat(ran(OnTwo.class, Map.of())).containsExactly("ran on MARIADB", "ran on H2");
    }

    @Test
    void runsOnTheDatabasesOfTheVariableAlone() throws InterruptedException {
        assertThat(ran(OnAll.class, Map.of(Environment.ONLY, "mariadb, postgres")))
                .containsExactly("ran on POSTGRES", "ran on MARIADB");
        assertThat(ran(OnTwo.class, Map.of(Environment.ONLY, "postgres"))).isEmpty();
    }

    @Test
    void refusesAnUnknownNameInTheVariable() throws InterruptedException {
        try (ChildJvm run = start(OnAll.class, Map.of(Environment.ONLY, "mariab"))) {
            assertThat(run.awaitExit()).isEqualTo(1);
            assertThat(run.lines())
                    .anyMatch(
                            line -> line.contains(
                                    "ACCOUNTS_TEST_ONLY must be a list of [H2, POSTGRES, MARIADB] separated by commas, got \"mariab\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fails", "failsWithAParameter"})
    void namesTheDatabaseInTheStackTraceOfAFailure(String method) throws InterruptedException {
        try (ChildJvm run = start(OnFailure.class, Map.of())) {
            assertThat(run.awaitExit()).isEqualTo(1);
            List<String> lines = run.lines();
            assertThat(lines).anyMatch(line -> line.contains(method));
            assertThat(lines)
                    .filteredOn(line -> line.contains("Suppressed: ") && line.endsWith(": on MARIADB"))
                    .hasSize(2);
        }
    }

    private static List<String> ran(Class<?> test, Map<String, String> environment) throws InterruptedException {
        try (ChildJvm run = start(test, environment)) {
            assertThat(run.awaitExit()).as(String.join("\n", run.lines())).isZero();
            return run.lines().stream()
                    .filter(line -> line.startsWith("ran on"))
                    .toList();
        }
    }

    private static ChildJvm start(Class<?> test, Map<String, String> environment) {
        return ChildJvm.start(Run.class, environment, test.getName());
    }

    static final class Run {
        public static void main(String[] arguments) {
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(arguments[0]))
                                    .build(),
                            summary);
            summary.getSummary().printFailuresTo(new PrintWriter(System.out, true, Charset.defaultCharset()), 20);
            System.exit(summary.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
        }
    }

    @OnDatabases
    static class OnAll {
        private final TestDatabase database;

        OnAll(TestDatabase database) {
            this.database = database;
        }

        @Test
        void test(TestInfo test) {
            assertThat(test.getDisplayName()).startsWith("test");
            System.out.println("ran on " + database);
        }
    }

    @OnDatabases({TestDatabase.MARIADB, TestDatabase.H2})
    static class OnTwo extends OnAll {
        OnTwo(TestDatabase database) {
            super(database);
        }
    }

    @OnDatabases(TestDatabase.MARIADB)
    static class OnFailure {
        OnFailure(TestDatabase database) {
            assertThat(database).isNotNull();
        }

        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }

        @ParameterizedTest
        @ValueSource(strings = "any")
        void failsWithAParameter(String text) {
            throw new AssertionError(text);
        }
    }
}
