package io.accounts4j.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** How the attempts at one kind of job are made; without a back-off, the engine's applies. */
record Conduct(Optional<IntFunction<Duration>> backoff, Optional<Duration> timeout, boolean settledAtOnce) {

    static final Conduct STANDARD = new Conduct(Optional.empty(), Optional.empty(), false);

    Conduct {
        timeout.filter(longest -> longest.isZero() || longest.isNegative()).ifPresent(longest -> {
            throw new IllegalArgumentException("an attempt may take more than no time, not " + longest);
        });
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
