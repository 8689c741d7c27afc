/**
 * Passwords: the rules for setting one ({@link io.accounts4j.password.PasswordPolicy}) and bounded
 * hashing ({@link io.accounts4j.internal.Passwords}). Port: {@link
 * io.accounts4j.password.PasswordHasher}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.password;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
