/**
 * Meters of accounts, jobs and the health of a host's parts. Entry types: {@link
 * io.accounts4j.micrometer.AccountMeters}, {@link io.accounts4j.micrometer.JobMeters}, {@link
 * io.accounts4j.micrometer.QueueMeters}, {@link io.accounts4j.micrometer.JobHealthMeters}, {@link
 * io.accounts4j.micrometer.HealthMeters}, {@link io.accounts4j.micrometer.LoopMeters}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.micrometer;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
