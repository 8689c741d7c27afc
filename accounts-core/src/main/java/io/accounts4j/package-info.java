/**
 * Accounts as a library. Entry type: {@link io.accounts4j.Accounts}, the table of contents: one line for each thing it
 * can do. Nothing below imports this package.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
