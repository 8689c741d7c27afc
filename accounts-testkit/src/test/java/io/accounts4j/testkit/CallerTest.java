package io.accounts4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.event.Caller;
import io.accounts4j.event.Client;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request id comes from outside and goes into rows and logs. */
class CallerTest {

    @Test
    void whatNotEveryStoreOrLogTakesIsRefused() {
        for (String id : List.of("x".repeat(65), "a\u0000b", "a\nb", "\ud800")) {
            assertThatThrownBy(() -> caller(id)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(caller("x".repeat(64)).requestId()).contains("x".repeat(64));
    }

    private static Caller caller(String requestId) {
        return new Caller(Optional.empty(), Client.unknown(), Optional.of(requestId));
    }
}
