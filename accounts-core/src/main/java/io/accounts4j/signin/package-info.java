/**
 * Signing in, with equal work for known and unknown users. Entry type: {@link io.accounts4j.signin.SigningIn}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.signin;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
