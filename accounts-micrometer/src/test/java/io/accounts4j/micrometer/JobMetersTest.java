package io.accounts4j.micrometer;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.job.JobEvent;
import io.accounts4j.job.JobEvent.Outcome;
import io.accounts4j.job.JobEvent.Subject;
import io.accounts4j.job.JobId;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The meters for each event; that an engine has them told so is in {@code JobMetersOnEngineTest}. */
class JobMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JobMeters meters = new JobMeters(registry);

    @Test
    void timesWhatAnAttemptWaited() {
        meters.on(new JobEvent.Started(job("mail", "mailers"), ofMillis(40)));
        meters.on(new JobEvent.Started(job("mail", "mailers"), ofMillis(60)));

        Timer waited = registry.get("accounts.jobs.queue.time")
                .tags("kind", "mail", "queue", "mailers")
                .timer();
        assertThat(waited.count()).isEqualTo(2);
        assertThat(waited.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource
    void timesWhatAnAttemptRanByOutcome(Outcome outcome) {
        meters.on(new JobEvent.Started(job("mail", "mailers"), ofMillis(1)));
        meters.on(ended(outcome));

        Timer ran = registry.get("accounts.jobs.duration").timer();
        assertThat(ran.count()).isEqualTo(1);
        assertThat(ran.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(70);
        assertThat(ran.getId().getTags())
                .containsExactlyInAnyOrder(
                        Tag.of("kind", "mail"),
                        Tag.of("queue", "mailers"),
                        Tag.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void showsWhatRunsNow() {
        meters.on(new JobEvent.Started(job("mail", "mailers"), ofMillis(1)));
        meters.on(new JobEvent.Started(job("mail", "mailers"), ofMillis(1)));
        meters.on(new JobEvent.Started(job("purge", "default"), ofMillis(1)));
        assertThat(executing("mailers")).isEqualTo(2);
        assertThat(executing("default")).isEqualTo(1);

        meters.on(ended(Outcome.COMPLETED));
        meters.on(ended(Outcome.RETRYABLE));
        assertThat(executing("mailers")).isZero();
        assertThat(executing("default")).isEqualTo(1);
    }

    @Test
    void countsTheDiscardOfAJobThatBeganOnADeadNode() {
        meters.on(new JobEvent.Started(new Subject(new JobId(8), "mail", "mailers", 1, 3), ofMillis(1)));

        meters.on(ended(Outcome.DISCARDED));

        assertThat(executing("mailers")).isEqualTo(1);
        assertThat(registry.get("accounts.jobs.duration")
                        .tag("outcome", "discarded")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void kindsAndQueuesBeyondAHundredShareAName() {
        for (int i = 0; i < 150; i++) {
            meters.on(new JobEvent.Started(job("kind " + i, "queue " + i), ofMillis(1)));
        }
        meters.on(new JobEvent.Started(job("kind 0", "queue 0"), ofMillis(1)));

        assertThat(registry.get("accounts.jobs.queue.time").timers()).hasSize(101);
        assertThat(registry.get("accounts.jobs.executing").gauges()).hasSize(101);
        assertThat(registry.get("accounts.jobs.queue.time")
                        .tag("kind", "kind 0")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("accounts.jobs.queue.time")
                        .tags("kind", "other", "queue", "other")
                        .timer()
                        .count())
                .isEqualTo(50);
    }

    private double executing(String queue) {
        return registry.get("accounts.jobs.executing")
                .tag("queue", queue)
                .gauge()
                .value();
    }

    private static JobEvent ended(Outcome outcome) {
        Subject job = job("mail", "mailers");
        return switch (outcome) {
            case RETRYABLE, DISCARDED -> new JobEvent.Failed(job, ofMillis(1), ofMillis(70), outcome, "broken");
            default -> new JobEvent.Stopped(job, ofMillis(1), ofMillis(70), outcome);
        };
    }

    private static Subject job(String kind, String queue) {
        return new Subject(new JobId(7), kind, queue, 1, 3);
    }
}
