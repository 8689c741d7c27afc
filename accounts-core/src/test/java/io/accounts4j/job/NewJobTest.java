package io.accounts4j.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewJobTest {

    private static final JobOptions OPTIONS = JobOptions.queue("mailers");

    @Test
    void whatNoQueueCouldStoreIsRefused() {
        for (String kind : List.of("", " ", "a\nb", "k".repeat(128))) {
            assertThatThrownBy(() -> NewJob.of(kind, Map.of(), OPTIONS)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> JobOptions.queue(kind)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String text : List.of("\u0000", "\ud800")) {
            assertThatThrownBy(() -> NewJob.of("kind", Map.of("a", text), OPTIONS))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> NewJob.of("kind", Map.of(text, "a"), OPTIONS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new NewJob("kind", 0, Map.of(), OPTIONS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.maxAttempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.priority(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.scheduleIn(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingArgumentIsNamed() {
        JobRun run = new JobRun(new JobId(7), "kind", 1, Map.of("a", "1"), 1, Instant.EPOCH, Optional.empty());

        assertThat(run.argument("a")).isEqualTo("1");
        assertThatThrownBy(() -> run.argument("b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7")
                .hasMessageContaining("b");
    }

    @Test
    void aFailedJobWaitsLongerEachTimeAndNeverForEver() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            Duration least = Duration.ofSeconds(15 + (1L << attempt));
            assertThat(Backoff.after(attempt)).isBetween(least, least.plus(least.dividedBy(10)));
        }
        assertThat(Backoff.after(Integer.MAX_VALUE)).isLessThan(Duration.ofDays(14));
    }
}
