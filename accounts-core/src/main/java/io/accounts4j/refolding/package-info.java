/**
 * Rows of users written by an older version of this library, brought up to date by a job. Entry type: {@link
 * io.accounts4j.refolding.Refolding}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.refolding;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
