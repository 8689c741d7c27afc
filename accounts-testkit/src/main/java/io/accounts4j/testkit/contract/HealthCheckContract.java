package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The contract of {@link HealthCheck}. */
public interface HealthCheckContract {

    /** Returns a check of a working part. */
    HealthCheck working();

    /** Returns a check of a broken part, such as a database on a closed port. */
    HealthCheck broken();

    @Test
    default void aWorkingPartPasses() {
        assertThat(answer(working()::check).ok()).isTrue();
    }

    @Test
    default void aBrokenPartIsAnAnswerAndNoException() {
        assertThat(answer(broken()::check).ok()).isFalse();
    }

    @Test
    default void theNameIsOneWordAndTheSameForBoth() {
        assertThat(working().name()).matches("[a-z][a-z0-9._-]*").isEqualTo(broken().name());
    }

    @Test
    default void operatorsReadAFewWordsAndNoStatement() {
        assertThat(answer(broken()::check).detail())
                .hasSizeBetween(1, 100)
                .doesNotContainIgnoringCase("select ")
                .doesNotContain("\n", "://", "@");
    }

    private static Health answer(Supplier<Health> check) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), check::get);
    }
}
