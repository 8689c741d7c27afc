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
    void tagsOutOfTheirRangeAreRefused() {
        for (String tag : List.of("", " ", "a\nb", "a\"b", "a\\b", "a,b", "t".repeat(65), "\u202e", "\ud800")) {
            assertThatThrownBy(() -> OPTIONS.tags(tag))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "a tag must have 1 to 64 printable characters without \" \\ and comma, got");
            assertThatThrownBy(() -> JobFilter.all().ofTag(tag)).isInstanceOf(IllegalArgumentException.class);
        }
        JobOptions most = OPTIONS.tags("1", "2", "3", "4").tags("5", "6", "7", "t".repeat(64));
        assertThat(most.priority(1).maxAttempts(2).scheduleIn(Duration.ZERO).tags("1"))
                .isEqualTo(most.priority(1).maxAttempts(2));
        assertThatThrownBy(() -> most.tags("9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tags of a job must be 0 to 8, got 9;");
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
