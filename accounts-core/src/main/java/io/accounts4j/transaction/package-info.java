/**
 * The boundary within which everything or nothing is stored. Port: {@link
 * io.accounts4j.transaction.Transactions}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.transaction;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
