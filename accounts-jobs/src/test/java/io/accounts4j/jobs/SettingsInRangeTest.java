package io.accounts4j.jobs;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.accounts4j.job.JobState;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The range of every duration and number that a host sets, below, at and above its ends. */
class SettingsInRangeTest {

    private static final DataSource ANY = new JdbcDataSource();
    private static final Duration FOREVER = ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration TICK = ofNanos(1);
    private static final Duration CENTURY = ofDays(36_500);

    static Stream<Arguments> durations() {
        JobEngineBuilder engine = JobEngine.builder(ANY);
        JobHealthCheck health = JobHealthCheck.over(ANY);
        return Stream.of(
                setting("poll", engine::poll, ofMillis(1), ofDays(1)),
                setting("grace", engine::grace, ZERO, ofDays(1)),
                setting("timeout", engine::timeout, ZERO, FOREVER),
                setting("worker's timeout", Worker.of("k", Object.class)::timeout, ZERO, FOREVER),
                setting("heartbeat", beat -> engine.heartbeat(beat, ofDays(7)), ofMillis(1), ofDays(1)),
                setting("time to live", ttl -> engine.heartbeat(ofSeconds(1), ttl), ofSeconds(2), ofDays(7)),
                setting("retention", time -> Retention.forever().keep(JobState.COMPLETED, time), ZERO, CENTURY),
                setting(
                        "retention of a queue",
                        time -> Retention.standard().keep("mailers", JobState.DISCARDED, time),
                        ZERO,
                        CENTURY),
                setting("oldestDue", health::oldestDue, ZERO, FOREVER),
                setting("oldestExecuting", health::oldestExecuting, ZERO, FOREVER),
                setting("oldestSnapshot", health::oldestSnapshot, ZERO, FOREVER));
    }

    private static Arguments setting(String name, Consumer<Duration> set, Duration least, Duration most) {
        return arguments(name, set, least, most);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("durations")
    void durationOutOfRangeIsRefusedWithTheRange(String name, Consumer<Duration> set, Duration least, Duration most) {
        assertThatCode(() -> set.accept(least)).doesNotThrowAnyException();
        assertThatCode(() -> set.accept(most)).doesNotThrowAnyException();
        refused(set, least.minus(TICK), most);
        refused(set, Duration.ofSeconds(Long.MIN_VALUE), most);
        if (!most.equals(FOREVER)) {
            refused(set, most.plus(TICK), most);
            refused(set, FOREVER, most);
        }
    }

    private static void refused(Consumer<Duration> set, Duration wrong, Duration most) {
        assertThatThrownBy(() -> set.accept(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be >= ")
                .hasMessageContaining(" and <= " + most)
                .hasMessageContaining("got " + wrong);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE})
    void limitOfAQueueOutOfRangeIsRefused(int limit) {
        JobEngineBuilder engine = JobEngine.builder(ANY);
        assertThatThrownBy(() -> engine.queue("mailers", limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be >= 1 and <= 10000, got " + limit);
        assertThatCode(() -> engine.queue("mailers", 1).queue("mailers", 10_000))
                .doesNotThrowAnyException();
    }

    @Test
    void limitOfDeadTuplesIsZeroOrMore() {
        assertThatThrownBy(() -> JobHealthCheck.over(ANY).deadTuples(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be >= 0");
        assertThatCode(() -> JobHealthCheck.over(ANY).deadTuples(0).deadTuples(Long.MAX_VALUE))
                .doesNotThrowAnyException();
    }
}
