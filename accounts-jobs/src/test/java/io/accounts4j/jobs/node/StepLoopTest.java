package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepLoopTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void a_loop_is_back_also_where_what_it_met_cannot_even_be_reported() {
        StepLoop loop = new StepLoop("unspeakable", () -> {
            if (steps.incrementAndGet() < 3) {
                throw new Unspeakable();
            }
            return LONG;
        });
        loop.start();
        await().atMost(LONG).until(() -> steps.get() == 3);
        await().atMost(LONG).until(() -> loop.status().running());
        assertThat(loop.status().restarts()).isEqualTo(2);
        assertThat(loop.status().lastFailure()).hasValue(Unspeakable.class.getName());
        loop.stop(LONG);
        assertThat(loop.status().running()).isFalse();
    }

    @Test
    void a_loop_that_is_stopped_ends_its_step_and_begins_no_other() {
        StepLoop loop = new StepLoop("stopped", () -> {
            steps.incrementAndGet();
            return Duration.ZERO;
        });
        loop.start();
        await().atMost(LONG).until(() -> steps.get() > 10);
        assertThat(threadNames()).contains("stopped");
        loop.stop(LONG);
        int last = steps.get();
        await().during(Duration.ofMillis(50)).atMost(LONG).until(() -> steps.get() == last);
        await().atMost(LONG).untilAsserted(() -> assertThat(threadNames()).doesNotContain("stopped"));
    }

    private static List<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    /** Ends the thread that looks at it. */
    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("unspeakable");
        }
    }
}
