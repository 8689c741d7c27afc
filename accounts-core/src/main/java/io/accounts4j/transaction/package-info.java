/**
 * The boundary within which everything or nothing is stored. Port: {@link
 * io.accounts4j.transaction.Transactions}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.transaction;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
