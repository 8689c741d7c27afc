/**
 * Confirming an address by a mailed link together with the password or a session. Entry type: {@link
 * io.accounts4j.confirmation.Confirmation}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.confirmation;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
