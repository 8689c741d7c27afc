/** Signing in and out: JSON API. */
@CheckReturnValue
@NullMarked
package io.accounts4j.http.signin;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
