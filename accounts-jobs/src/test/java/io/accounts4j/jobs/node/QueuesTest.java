package io.accounts4j.jobs.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueSetting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits of a node when host, override for all nodes and override for one differ. */
class QueuesTest {

    private static final Map<String, Integer> WANTED = Map.of("mailers", 20);
    private static final Nodes ALL = Nodes.all();
    private static final Nodes ONE = Nodes.named("a");

    private static Map<String, Integer> limits(QueueSetting... settings) {
        return Queues.limits(WANTED, List.of(settings));
    }

    @Test
    void theHostIsHeardWhereNothingWasSaid() {
        assertThat(limits()).isEqualTo(WANTED);
    }

    @Test
    void theWordForOneNodeStandsAboveTheWordForAll() {
        assertThat(limits(QueueSetting.paused("mailers", ALL, true), QueueSetting.paused("mailers", ONE, false)))
                .isEqualTo(WANTED);
        assertThat(limits(QueueSetting.scaled("mailers", ALL, 5), QueueSetting.scaled("mailers", ONE, 7)))
                .isEqualTo(Map.of("mailers", 7));
    }

    @Test
    void aLimitStartsNoQueueAndOutlivesAPause() {
        assertThat(limits(QueueSetting.scaled("other", ALL, 5))).isEqualTo(WANTED);
        assertThat(limits(QueueSetting.scaled("mailers", ALL, 5), QueueSetting.paused("mailers", ONE, true)))
                .isEmpty();
    }

    @Test
    void aQueueIsStartedOrStopped() {
        assertThat(limits(QueueSetting.started("other", ALL, 5))).isEqualTo(Map.of("mailers", 20, "other", 5));
        assertThat(limits(QueueSetting.started("other", ALL, 5), QueueSetting.stopped("other", ONE)))
                .isEqualTo(WANTED);
        assertThat(limits(QueueSetting.stopped("mailers", ALL))).isEmpty();
    }
}
