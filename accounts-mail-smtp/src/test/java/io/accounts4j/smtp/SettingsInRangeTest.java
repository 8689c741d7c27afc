package io.accounts4j.smtp;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The range of every time limit and of the port, below, at and above its ends. */
class SettingsInRangeTest {

    private static final Duration FOREVER = ofSeconds(Long.MAX_VALUE, 999_999_999);

    static Stream<Arguments> limits() {
        SmtpMailerBuilder builder = new SmtpMailerBuilder("localhost");
        return Stream.of(
                setting("connectTimeout", builder::connectTimeout),
                setting("readTimeout", builder::readTimeout),
                setting("writeTimeout", builder::writeTimeout),
                setting("deliveryTimeout", builder::deliveryTimeout));
    }

    private static Arguments setting(String name, Consumer<Duration> set) {
        return arguments(name, set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void refusesATimeLimitOutOfRange(String name, Consumer<Duration> set) {
        assertThatCode(() -> set.accept(ofMillis(1))).doesNotThrowAnyException();
        assertThatCode(() -> set.accept(ofMinutes(10))).doesNotThrowAnyException();
        for (Duration wrong : new Duration[] {
            ofMillis(1).minusNanos(1),
            ofNanos(-1),
            ofSeconds(Long.MIN_VALUE),
            ofMinutes(10).plusNanos(1),
            FOREVER
        }) {
            assertThatThrownBy(() -> set.accept(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be >= PT0.001S and <= PT10M, got " + wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 65_536, Integer.MAX_VALUE})
    void refusesAPortOutOfRange(int port) {
        SmtpMailerBuilder builder = new SmtpMailerBuilder("localhost");
        assertThatThrownBy(() -> builder.port(port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 1 and 65535, got " + port);
        assertThatCode(() -> builder.port(1).port(65_535)).doesNotThrowAnyException();
    }
}
