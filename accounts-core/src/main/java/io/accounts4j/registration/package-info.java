/**
 * Registering a user: validate, hash, then user row, event and confirmation mail in one transaction. Entry type: {@link
 * io.accounts4j.registration.Registration}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.registration;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
