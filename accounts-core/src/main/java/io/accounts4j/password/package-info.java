/**
 * Passwords: the rules for setting one ({@link io.accounts4j.password.PasswordPolicy}) and the bound of hashing ({@link
 * io.accounts4j.password.HashingBound}). Port: {@link io.accounts4j.password.PasswordHasher}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.password;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
