package io.accounts4j.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What an engine gives to the kinds it handles.
 *
 * @param timeout of attempts at kinds without their own; {@link Duration#ZERO} is none
 */
record Terms(IntFunction<Duration> backoff, Duration timeout, Optional<JobCipher> cipher) {

    /** The timeout of a kind that may have its own; empty for none. */
    Optional<Duration> timeout(Optional<Duration> own) {
        return Optional.of(own.orElse(timeout)).filter(longest -> !longest.isZero());
    }
}
