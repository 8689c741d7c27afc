package io.accounts4j;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.accounts4j.password.HashingBound;
import io.accounts4j.purging.PurgingSettings;
import io.accounts4j.session.SessionPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The range of every duration and number that a host sets, below, at and above its ends. */
class SettingsInRangeTest {

    private static final Duration FOREVER = ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration TICK = ofNanos(1);

    static Stream<Arguments> durations() {
        return Stream.of(
                setting("keepEvents", PurgingSettings::new, ZERO, ofDays(36_500)),
                setting("session validity", time -> new SessionPolicy(time, false), TICK, ofDays(30)),
                setting("patience", time -> new HashingBound(1, 0, time), ZERO, ofMinutes(10)));
    }

    private static Arguments setting(String name, Consumer<Duration> set, Duration least, Duration most) {
        return arguments(name, set, least, most);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("durations")
    void durationOutOfRangeIsRefusedWithTheRange(String name, Consumer<Duration> set, Duration least, Duration most) {
        assertThatCode(() -> set.accept(least)).doesNotThrowAnyException();
        assertThatCode(() -> set.accept(most)).doesNotThrowAnyException();
        for (Duration wrong : new Duration[] {least.minus(TICK), ofSeconds(Long.MIN_VALUE), most.plus(TICK), FOREVER}) {
            assertThatThrownBy(() -> set.accept(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name + " must be >")
                    .hasMessageContaining(" and <= " + most + ", got " + wrong);
        }
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("permits", permits -> new HashingBound(permits, 0, ZERO), 1),
                number("queue", queue -> new HashingBound(1, queue, ZERO), 0));
    }

    private static Arguments number(String name, IntConsumer set, int least) {
        return arguments(name, set, least);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void numberOutOfRangeIsRefusedWithTheRange(String name, IntConsumer set, int least) {
        assertThatCode(() -> set.accept(least)).doesNotThrowAnyException();
        assertThatCode(() -> set.accept(10_000)).doesNotThrowAnyException();
        for (int wrong : new int[] {least - 1, Integer.MIN_VALUE, 10_001, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> set.accept(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name + " must be >= " + least + " and <= 10000, got " + wrong);
        }
    }
}
