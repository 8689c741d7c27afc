package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class DatabasesListenerTest {

    @ParameterizedTest
    @ValueSource(classes = {DisabledOnH2Test.class, AbortedOnMariaDbTest.class})
    void aSkippedContractFailsTheRunWhereDatabasesAreRequired(Class<?> test) throws InterruptedException {
        try (ChildJvm run = run(test, "true")) {
            assertThat(run.awaitExit()).isEqualTo(1);
            assertThat(run.lines()).anyMatch(line -> line.contains("SKIPPED") && line.contains("on purpose"));
        }
    }

    @Test
    void elsewhereItIsOnlySaid() throws InterruptedException {
        try (ChildJvm run = run(DisabledOnH2Test.class, "false")) {
            assertThat(run.awaitExit()).isZero();
            assertThat(run.lines()).anyMatch(line -> line.contains("SKIPPED") && line.contains("on purpose"));
        }
    }

    @Test
    void otherTestsMayBeSkipped() throws InterruptedException {
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

    @Disabled("on purpose")
    static class DisabledOnH2Test {
        @Test
        void never() {}
    }

    static class AbortedOnMariaDbTest {
        @Test
        void never() {
            Assumptions.abort("on purpose");
        }
    }

    @Disabled("on purpose")
    static class OtherTest {
        @Test
        void never() {}
    }
}
