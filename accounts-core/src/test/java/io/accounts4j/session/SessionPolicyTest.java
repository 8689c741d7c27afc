package io.accounts4j.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionPolicyTest {

    @Test
    void theOriginalsSessionsLastFourteenDaysForEverybody() {
        assertThat(SessionPolicy.original()).isEqualTo(new SessionPolicy(Duration.ofDays(14), false));
    }

    @Test
    void aSessionEndsSomeTimeWithinThirtyDays() {
        assertThat(new SessionPolicy(Duration.ofDays(30), true).requireConfirmation())
                .isTrue();
        for (Duration wrong : new Duration[] {
            Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(30).plusNanos(1)
        }) {
            assertThatThrownBy(() -> new SessionPolicy(wrong, false)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
