package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Duration QUICK = Duration.ofNanos(100);

    @Test
    void four_times_the_limit_are_claimed_ahead_where_jobs_are_quick() {
        Slots slots = new Slots(Map.of("default", 20));
        assertThat(slots.room().free()).containsEntry("default", 20);
        slots.took("default", QUICK);
        assertThat(slots.room().free()).containsEntry("default", 100);
    }

    @Test
    void the_greatest_limit_leaves_room() {
        Slots slots = new Slots(Map.of("default", Integer.MAX_VALUE));
        slots.took("default", QUICK);
        assertThat(slots.room().free()).containsEntry("default", Integer.MAX_VALUE);
    }

    @Test
    void a_queue_that_is_not_worked_on_is_not_full() {
        Slots slots = new Slots(Map.of("default", 1));
        slots.limit(Map.of());
        assertThat(slots.room().free()).isEmpty();
        assertThat(slots.room().isAnyFull()).isFalse();
    }
}
