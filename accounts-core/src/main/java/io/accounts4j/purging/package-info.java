/**
 * Removing what has expired: tokens, sessions and old events. Entry type: {@link io.accounts4j.purging.Purging}, a job to be
 * run every night.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.purging;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
