/**
 * A job becomes a row: its arguments as JSON, encrypted or not, its unique key, and the writers that store it. Entry type:
 * {@link io.accounts4j.jobs.enqueue.JobWriter}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.enqueue;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
