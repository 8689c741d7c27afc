/**
 * Proving that an address belongs to the account. Entry type: {@link
 * io.accounts4j.confirmation.Confirming}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.confirmation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
