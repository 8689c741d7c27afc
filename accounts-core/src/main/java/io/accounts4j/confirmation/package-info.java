/**
 * Proving that an address belongs to the account. Entry type: {@link
 * io.accounts4j.confirmation.Confirming}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.confirmation;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
