package io.accounts4j.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A schedule that stores jobs by the clock.
 *
 * @param definition its expression and time zone, such as {@code 0 4 * * * Europe/Berlin}
 * @param lastTick its last tick that was looked after; before the first, when it began
 * @param nextTick the first tick after that, in the past where nobody looked after it; empty where there is none for years
 * @param orphaned true if nodes are alive and none of them has the schedule, so that it stores no job
 */
public record JobSchedule(
        String name, String definition, Instant lastTick, Optional<Instant> nextTick, boolean orphaned) {}
