package io.accounts4j.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** What an engine gives to the kinds it handles. */
record Terms(IntFunction<Duration> backoff, Optional<JobCipher> cipher) {}
