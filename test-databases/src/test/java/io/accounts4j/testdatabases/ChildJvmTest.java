package io.accounts4j.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

    @Test
    void aLineIsReadWhileItRunsAndKillingLeavesNothing() throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(Waiting.class, Map.of("GREETING", "hello"), "world")) {
            assertThat(child.awaitLine(line -> line.startsWith("hello"))).isEqualTo("hello world");
            assertThat(child.isAlive()).isTrue();

            child.kill();

            assertThat(child.isAlive()).isFalse();
            assertThat(child.awaitExit()).isEqualTo(137);
            assertThat(child.lines()).doesNotContain("goodbye");
        }
    }

    @Test
    void terminatedItSaysGoodbye() throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(Waiting.class, Map.of("GREETING", "hello"), "world")) {
            child.awaitLine(line -> line.startsWith("hello"));

            child.terminate();

            assertThat(child.awaitLine(line -> line.equals("goodbye"))).isNotNull();
        }
    }

    @Test
    void aLineThatNeverComesIsAFailureThatShowsWhatCame() {
        try (ChildJvm child = ChildJvm.start(Failing.class)) {
            assertThatThrownBy(() -> child.awaitLine(line -> line.equals("never")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("on purpose");
        }
    }

    static final class Waiting {
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
            System.out.println(System.getenv("GREETING") + " " + arguments[0]);
            new CountDownLatch(1).await();
        }
    }

    static final class Failing {
        public static void main(String[] arguments) {
            throw new IllegalStateException("on purpose");
        }
    }
}
