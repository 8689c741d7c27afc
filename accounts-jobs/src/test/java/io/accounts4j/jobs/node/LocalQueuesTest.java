package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalQueuesTest {

    private static final Duration QUICK = Duration.ofNanos(100);

    @Test
    void four_times_the_limit_are_claimed_ahead_where_jobs_are_quick() {
        LocalQueues queues = new LocalQueues(Map.of("default", 20));
        assertThat(queues.capacity().free()).containsEntry("default", 20);
        queues.took("default", QUICK);
        assertThat(queues.capacity().free()).containsEntry("default", 100);
    }

    @Test
    void the_greatest_limit_leaves_room() {
        LocalQueues queues = new LocalQueues(Map.of("default", Integer.MAX_VALUE));
        queues.took("default", QUICK);
        assertThat(queues.capacity().free()).containsEntry("default", Integer.MAX_VALUE);
    }

    @Test
    void a_queue_that_is_not_worked_on_is_not_full() {
        LocalQueues queues = new LocalQueues(Map.of("default", 1));
        queues.limit(Map.of());
        assertThat(queues.capacity().free()).isEmpty();
        assertThat(queues.capacity().isAnyFull()).isFalse();
    }
}
