/**
 * Work done after the transaction that asked for it. Entry type: {@link io.accounts4j.job.NewJob}; port:
 * {@link io.accounts4j.job.JobQueue}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.job;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
