/**
 * Jobs that are due by a schedule, without a leader. Entry type: {@link io.accounts4j.jobs.schedule.Schedules}, a loop of each node;
 * what a schedule means: {@link io.accounts4j.jobs.schedule.CronExpression}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.schedule;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
