/**
 * Jobs that are due by a schedule, without a leader. Entry type: {@link io.accounts4j.jobs.cron.Crontab}, a loop of each node;
 * what a schedule means: {@link io.accounts4j.jobs.cron.CronExpression}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.cron;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
