/**
 * One node that runs jobs: it claims, works, acknowledges, and shows that it lives. Entry type: {@link
 * io.accounts4j.jobs.node.Node}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.node;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
