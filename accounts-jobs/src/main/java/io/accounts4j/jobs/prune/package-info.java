/**
 * Removes finished jobs whose time has come. Entry type: {@link io.accounts4j.jobs.prune.Pruner}, a loop of each node.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.prune;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
