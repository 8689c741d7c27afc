package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class DatabasesListenerTest {

    @ParameterizedTest
    @ValueSource(classes = {DisabledContract.class, AbortedContract.class, NestedContract.class})
    void failsTheRunForASkippedContractWhereDatabasesAreRequired(Class<?> test) throws InterruptedException {
        try (ChildJvm run = run(test, "true")) {
            assertThat(run.awaitExit()).isEqualTo(1);
            assertThat(run.lines())
                    .anyMatch(line -> line.startsWith("[databases] SKIPPED") && line.contains("on purpose"));
        }
    }

    @Test
    void onlyReportsASkippedContractElsewhere() throws InterruptedException {
        try (ChildJvm run = run(DisabledContract.class, "false")) {
            assertThat(run.awaitExit()).isZero();
            assertThat(run.lines())
                    .contains("[databases] SKIPPED " + DisabledContract.class.getName() + ": on purpose");
        }
    }

    @Test
    void namesTheDatabaseOfASkippedMethod() throws InterruptedException {
        try (ChildJvm run = run(AbortedContract.class, "false")) {
            assertThat(run.awaitExit()).isZero();
            assertThat(run.lines())
                    .contains(
                            "[databases] SKIPPED " + AbortedContract.class.getName() + " MARIADB never(): on purpose");
        }
    }

    @Test
    void letsOtherTestsBeSkipped() throws InterruptedException {
        try (ChildJvm run = run(OtherTest.class, "true")) {
            assertThat(run.awaitExit()).isZero();
        }
    }

    private static ChildJvm run(Class<?> test, String required) {
        return ChildJvm.start(Run.class, Map.of(Environment.REQUIRE_DATABASES, required), test.getName());
    }

    static final class Run {
        public static void main(String[] arguments) {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(arguments[0]))
                            .build());
        }
    }

    @OnDatabases
    @Disabled("on purpose")
    static class DisabledContract {
        DisabledContract(TestDatabase database) {
            assertThat(database).isNotNull();
        }

        @Test
        void never() {}
    }

    @OnDatabases(TestDatabase.MARIADB)
    static class AbortedContract {
        AbortedContract(TestDatabase database) {
            assertThat(database).isNotNull();
        }

        @Test
        void never() {
            Assumptions.abort("on purpose");
        }
    }

    @OnDatabases(TestDatabase.H2)
    static class NestedContract {
        NestedContract(TestDatabase database) {
            assertThat(database).isNotNull();
        }

        @Nested
        class Inner {
            @Test
            void never() {
                Assumptions.abort("on purpose");
            }
        }
    }

    @Disabled("on purpose")
    static class OtherTest {
        @Test
        void never() {}
    }
}
