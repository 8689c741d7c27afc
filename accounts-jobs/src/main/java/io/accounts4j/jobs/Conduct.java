package io.accounts4j.jobs;

import io.accounts4j.jobs.node.Ranges;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** How the attempts at one kind of job are made; without a back-off or a timeout, the engine's applies. */
record Conduct(Optional<IntFunction<Duration>> backoff, Optional<Duration> timeout, boolean settledAtOnce) {

    static final Conduct STANDARD = new Conduct(Optional.empty(), Optional.empty(), false);

    Conduct {
        timeout.ifPresent(Conduct::checkedTimeout);
    }

    /** {@code timeout} if it is in range; {@link Duration#ZERO} is none. */
    @CanIgnoreReturnValue
    static Duration checkedTimeout(Duration timeout) {
        return Ranges.checked("timeout", timeout, Duration.ZERO, Ranges.FOREVER, "PT0S is no timeout");
    }

    Conduct backoff(IntFunction<Duration> waits) {
        return new Conduct(Optional.of(waits), timeout, settledAtOnce);
    }

    Conduct timeout(Duration longest) {
        return new Conduct(backoff, Optional.of(longest), settledAtOnce);
    }

    Conduct atOnce() {
        return new Conduct(backoff, timeout, true);
    }
}
